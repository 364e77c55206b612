import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeviceWord } from '#client/parts/useDeviceWord.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { FileReady } from './FileReady.tsx';
import { MakeButton } from './MakeButton.tsx';
import { useMakeFile } from './useMakeFile.ts';
import { WhatGoesAlong } from './WhatGoesAlong.tsx';

/** Pasar a un colega: one file of this visit, which the team's tablets open without a word. */
export function PassScreen({ visitId }: { readonly visitId: string }) {
  return <VisitFrame visitId={visitId} active="today">{(world) => <Pass world={world} />}</VisitFrame>;
}

function Pass({ world }: { readonly world: VisitWorld }) {
  const { t } = useTranslation('carry');
  const { handOver } = useWorkspace();
  const device = useDeviceWord();
  const file = useMakeFile(useMemo(() => [world.visitScope, world.agencyScope], [world.visitScope, world.agencyScope]));
  const { making } = file;
  return (
    <PageColumn width="narrow">
      <PageHeader title={t('pass.title')} under={t('pass.under')} />
      {handOver.hasVisitKey(world.visitScope) ? (
        <>
          {making.step === 'made' ? <FileReady made={making.made} next={t('pass.next')} onAgain={file.again} /> : (
            <>
              <WhatGoesAlong size={file.size} choice={file.choice} onChoose={file.choose} />
              <MakeButton file={file} words="pass.prepare" onMake={() => void file.make({ kind: 'visit', scope: world.visitScope })} />
            </>
          )}
        </>
      ) : <Banner tone="warn" boxed action={<ActionButton href="/back-up">{t('pass.withWords')}</ActionButton>}>{t(`pass.noKey.${device}`)}</Banner>}
      <div><ActionButton kind="quiet" href="/open-file">{t('pass.openInstead')}</ActionButton></div>
    </PageColumn>
  );
}
