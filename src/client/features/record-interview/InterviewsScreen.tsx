import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { TwoPane } from '#client/ui/frame/TwoPane.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { InterviewList } from './InterviewList.tsx';

/** The interviews of the visit, by code. */
export function InterviewsScreen({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('interview');
  return (
    <VisitFrame visitId={visitId} active="interviews">
      {(world) => (
        <TwoPane
          list={<InterviewList world={world} currentId={undefined} />}
          listLabel={t('list.title')}
          listWidth={380}
          detailOpen={false}
          detail={
            <EmptyState
              title={t('none.title')}
              text={t('none.text')}
              actions={world.mayWrite ? <ActionButton kind="primary" href={`/visits/${visitId}/interviews/new`}>{t('list.new')}</ActionButton> : undefined}
            />
          }
        />
      )}
    </VisitFrame>
  );
}
