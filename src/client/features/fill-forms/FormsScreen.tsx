import { useTranslation } from 'react-i18next';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { TwoPane } from '#client/ui/frame/TwoPane.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { FormList } from './FormList.tsx';

/** Checklists and questionnaires: what was begun, and what can be. */
export function FormsScreen({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('forms');
  return (
    <VisitFrame visitId={visitId} active="forms">
      {(world) => (
        <TwoPane
          list={<FormList world={world} currentId={undefined} />}
          listLabel={t('list.title')}
          listWidth={380}
          detailOpen={false}
          detail={<EmptyState title={t('none.title')} text={t('none.text')} />}
        />
      )}
    </VisitFrame>
  );
}
