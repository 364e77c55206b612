import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { TwoPane } from '#client/ui/frame/TwoPane.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { ObservationList } from './ObservationList.tsx';

/** The tour: what the team has seen at this agency. */
export function ObservationsScreen({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('observation');
  return (
    <VisitFrame visitId={visitId} active="observations">
      {(world) => (
        <TwoPane
          list={<ObservationList world={world} currentId={undefined} />}
          listLabel={t('list.title')}
          listWidth={380}
          detailOpen={false}
          detail={
            <EmptyState
              title={t('none.title')}
              text={t('none.text')}
              actions={world.mayWrite ? <ActionButton kind="primary" href={`/visits/${visitId}/observations/new`}>{t('list.new')}</ActionButton> : undefined}
            />
          }
        />
      )}
    </VisitFrame>
  );
}
