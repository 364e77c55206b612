import { IconCamera } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import type { ProofPhoto } from '#core/finding/findingPhotos.ts';
import { isSettled } from '#core/finding/agencyFinding.ts';
import { PhotoStatus } from '#client/parts/PhotoStatus.tsx';
import type { PhotoPicking } from '#client/parts/usePhotoPicking.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { GapProof } from './GapProof.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';

type GapProofsProps = {
  readonly world: AgencyWorld;
  readonly finding: AgencyFinding;
  readonly proofs: readonly ProofPhoto[];
  readonly picking: PhotoPicking;
  readonly attachError: string | undefined;
};

/** What is attached and not sent yet; what was sent stands below, as it was sent. */
export function GapProofs({ world, finding, proofs, picking, attachError }: GapProofsProps) {
  const { t } = useTranslation('gaps');
  const unsent = proofs.filter((proof) => !proof.submitted);
  const end = useRef<HTMLDivElement>(null);
  const { preparing, problems } = picking;
  const touched = preparing || problems.length > 0 || attachError !== undefined;
  // The picker is also at the bottom of the screen, far from here: what became of the photo is brought into sight.
  useEffect(() => {
    if (touched) end.current?.scrollIntoView({ block: 'center' });
  }, [touched, preparing, problems, attachError, unsent.length]);
  if (!world.canAnswer || isSettled(finding.state)) return null;
  return (
    <Card title={t('proofs.title')} side={t('proofs.count', { count: unsent.length })}>
      {unsent.length === 0 ? <p>{t(finding.submissions.length === 0 ? 'proofs.none' : 'proofs.noneNew')}</p> : <div>{unsent.map(({ photo }) => <GapProof key={photo.id} world={world} photo={photo} />)}</div>}
      <div ref={end} />
      {attachError === undefined ? null : <Banner tone="bad" boxed alert>{attachError}</Banner>}
      <PhotoStatus picking={picking} />
      <ActionButton full icon={<IconCamera stroke={1.8} aria-hidden="true" />} onPress={picking.openCamera} disabled={picking.preparing}>{t('proofs.take')}</ActionButton>
    </Card>
  );
}
