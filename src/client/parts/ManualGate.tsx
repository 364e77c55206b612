import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import type { VisitWorld } from './useVisit.ts';

type ManualGateProps = {
  readonly world: VisitWorld;
  /** The page's heading until the manual is open. */
  readonly title: string;
  readonly children: (index: ManualIndex) => ReactNode;
};

/** What needs the visit's manual; while it opens grey lines, and where it is not on the tablet the way to bring it. */
export function ManualGate({ world, title, children }: ManualGateProps) {
  const { t } = useTranslation('standard');
  switch (world.manual.kind) {
    case 'opening': return <PageColumn><PageHeader title={title} /><LoadingLines label={t('manual.opening')} /></PageColumn>;
    case 'ready': return children(world.manual.index);
    case 'not-here':
      return (
        <PageColumn>
          <PageHeader title={title} />
          <EmptyState
            title={t('manual.notHereTitle')}
            text={t(world.mayWrite ? 'manual.notHereText' : 'manual.notHereToRead')}
            actions={<ActionButton kind="primary" href={`/visits/${world.visitId}/prepare`}>{t('manual.prepare')}</ActionButton>}
          />
        </PageColumn>
      );
  }
}
