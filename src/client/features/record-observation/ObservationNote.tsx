import { useTranslation } from 'react-i18next';
import type { FieldValues } from '#core/op/op.ts';
import { entityOf, viewField } from '#core/op/scopeState.ts';
import { DraftTextArea } from '#client/parts/DraftTextArea.tsx';
import { MergedText } from '#client/parts/MergedText.tsx';
import type { DraftTarget } from '#client/parts/useDraftText.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';

type ObservationNoteProps = { readonly world: VisitWorld; readonly target: DraftTarget; readonly language: 'es' | 'en'; readonly whenNew: () => FieldValues };

/** The words of the note; while two people's texts differ, both of them instead of a field that would hide one. */
export function ObservationNote({ world, target, language, whenNew }: ObservationNoteProps) {
  const { t } = useTranslation('observation');
  const entity = entityOf(world.visit, target.entity, target.entityId);
  if (viewField(entity, target.field).kind === 'conflict') {
    return <MergedText target={target} label={t('note.label')} timeZone={world.agencyCard.timeZone} team={world.card.team} />;
  }
  return <DraftTextArea target={target} label={t('note.label')} help={t('note.help')} also={{ textLang: language }} whenNew={whenNew} lang={language} minRows={5} />;
}
