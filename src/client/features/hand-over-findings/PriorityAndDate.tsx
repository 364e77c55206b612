import { useTranslation } from 'react-i18next';
import { priorityOf } from '#core/finding/priority.ts';
import { PriorityWord } from '#client/parts/PriorityWord.tsx';
import { SavedDateField } from '#client/parts/SavedDateField.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { PriorityGrid } from './PriorityGrid.tsx';
import { type DraftEditProps, useDraftEdit } from './useDraftEdit.ts';
import { useLevelOf } from './useLevelOf.ts';

/** How likely harm is and how far it reaches: together the priority; and until when. */
export function PriorityAndDate(props: DraftEditProps) {
  const { t } = useTranslation('finding');
  const { world, draft } = props;
  const level = useLevelOf(world)(draft.standard);
  const { set, errorText } = useDraftEdit(props);
  const priority = priorityOf(draft.harm, draft.extent, draft.kind, level);
  const raised = draft.kind === 'gap' && level === 'M';
  return (
    <Card title={t('priority.title')} side={priority ? <PriorityWord value={priority} /> : t('priority.none')}>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <PriorityGrid harm={draft.harm} extent={draft.extent} kind={draft.kind} level={level} onChoose={(harm, extent) => void set({ harm, extent })} />
      {raised ? <p>{t('priority.mandatory')}</p> : null}
      <SavedDateField label={t('dueDate')} help={t('dueDateHelp')} value={draft.dueDate ?? ''} onSave={(dueDate) => set({ dueDate })} />
    </Card>
  );
}
