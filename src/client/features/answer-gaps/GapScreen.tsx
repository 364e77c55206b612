import { IconCheck, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyFindingOf, isSettled, type AgencyFinding } from '#core/finding/agencyFinding.ts';
import { proofPhotosOfFinding } from '#core/finding/findingPhotos.ts';
import { needsAnswer } from '#core/finding/needsAnswer.ts';
import { AgencyPhoneFrame } from '#client/parts/AgencyPhoneFrame.tsx';
import { usePhotoPicking } from '#client/parts/usePhotoPicking.tsx';
import { Dock } from '#client/ui/frame/Dock.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { GapPage } from './GapPage.tsx';
import { SubmitSheet } from './SubmitSheet.tsx';
import { type AgencyWorld, useAgencyWorld } from './useAgencyWorld.ts';
import { useAttachProof } from './useAttachProof.ts';

/** `/agencies/$agencyId/gaps/$findingId`: what was found, what proof is wanted, and the agency's answer. */
export function GapScreen({ agencyId, findingId }: { readonly agencyId: string; readonly findingId: string }) {
  const { t } = useTranslation('gaps');
  const world = useAgencyWorld(agencyId);
  const finding = world && agencyFindingOf(world.state, findingId);
  const back = { label: t('title'), href: `/agencies/${agencyId}/gaps` };
  if (world && finding) return <OpenGap key={findingId} world={world} finding={finding} back={back} />;
  return (
    <AgencyPhoneFrame agencyId={agencyId} active="gaps" back={back}>
      <PageColumn width="narrow">
        <PageHeader title={t('notHere.title')} />
        <Card>
          <p>{t('notHere.text')}</p>
          <ActionButton kind="primary" href={back.href}>{t('notHere.action')}</ActionButton>
        </Card>
      </PageColumn>
    </AgencyPhoneFrame>
  );
}

type OpenGapProps = { readonly world: AgencyWorld; readonly finding: AgencyFinding; readonly back: { readonly label: string; readonly href: string } };

function OpenGap({ world, finding, back }: OpenGapProps) {
  const { t } = useTranslation('gaps');
  const [sending, setSending] = useState(false);
  const attach = useAttachProof(world, finding);
  const picking = usePhotoPicking(attach.keep);
  const proofs = proofPhotosOfFinding(world.state, finding);
  const hasProof = proofs.some((proof) => !proof.submitted);
  const acts = world.canAnswer && needsAnswer(finding.kind) && !isSettled(finding.state);
  const dock = (
    <Dock
      main={
        <ActionButton kind={hasProof ? 'primary' : 'outline'} size="lg" icon={<IconCheck stroke={2.2} aria-hidden="true" />} onPress={() => setSending(true)}>
          {t('ready')}
        </ActionButton>
      }
    >
      <ActionButton size="lg" icon={<IconPaperclip stroke={1.8} aria-hidden="true" />} onPress={picking.openFiles} disabled={picking.preparing}>{t('attach')}</ActionButton>
    </Dock>
  );
  return (
    <AgencyPhoneFrame agencyId={world.agencyId} active="gaps" back={back} phoneActions={acts ? dock : undefined}>
      {picking.inputs}
      <GapPage world={world} finding={finding} proofs={proofs} picking={picking} attachError={attach.errorText} />
      {sending ? <SubmitSheet world={world} finding={finding} proofs={proofs} onClose={() => setSending(false)} /> : null}
    </AgencyPhoneFrame>
  );
}
