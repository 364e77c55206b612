import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { standardsForRole } from '#core/manual/standardsForRole.ts';
import { viewField, type EntityState } from '#core/op/scopeState.ts';
import { readInterview } from '#core/visit/interview.ts';
import { DeleteRecordButton } from '#client/parts/DeleteRecordButton.tsx';
import { DraftTextArea } from '#client/parts/DraftTextArea.tsx';
import { DraftTextInput } from '#client/parts/DraftTextInput.tsx';
import { MergedText } from '#client/parts/MergedText.tsx';
import { NoteLanguage } from '#client/parts/NoteLanguage.tsx';
import { ObservedAtField } from '#client/parts/ObservedAtField.tsx';
import { OutcomePicker } from '#client/parts/OutcomePicker.tsx';
import { RecordTimes } from '#client/parts/RecordTimes.tsx';
import { StandardPicker } from '#client/parts/StandardPicker.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { RecordTarget, RecordWriter } from '#client/parts/useRecordWriter.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { InterviewGuide } from './InterviewGuide.tsx';
import { InterviewConflicts } from './InterviewConflicts.tsx';

type InterviewNotesProps = { readonly world: VisitWorld; readonly entity: EntityState; readonly target: RecordTarget; readonly writer: RecordWriter };

/** What its author writes of an interview. Everything saves itself; no names anywhere. */
export function InterviewNotes({ world, entity, target, writer }: InterviewNotesProps) {
  const { t } = useTranslation('interview');
  const navigate = useNavigate();
  const screenLanguage = useInterfaceLanguage();
  const interview = readInterview(entity);
  const language = interview.language ?? screenLanguage;
  const timeZone = world.agencyCard.timeZone;
  const save = (set: Parameters<typeof writer.write>[0]): void => void writer.write(set);
  const text = { ...target, field: 'text' };
  const suggested = world.manual.kind === 'ready' && interview.roleCategory ? standardsForRole(world.manual.index, interview.roleCategory) : [];
  return (
    <>
      <InterviewConflicts entity={entity} timeZone={timeZone} onChoose={save} />
      <Card title={t('form.notes')}>
        <NoteLanguage value={language} onChange={(textLang) => save({ textLang })} />
        {viewField(entity, 'text').kind === 'conflict'
          ? <MergedText target={text} label={t('form.note')} timeZone={timeZone} team={world.card.team} />
          : <DraftTextArea target={text} label={t('form.note')} help={t('form.noteHelp')} also={{ textLang: language }} lang={language} minRows={9} />}
      </Card>
      <InterviewGuide world={world} entity={entity} target={target} writer={writer} />
      <Card><OutcomePicker lane="interview" value={interview.outcome} onChange={(outcome) => save({ outcome })} /></Card>
      <Card><StandardPicker manual={world.manual} chosen={interview.standards} suggested={suggested} onChange={(id, tied) => save({ [`standard.${id}`]: tied })} /></Card>
      <Card>
        <ObservedAtField value={interview.observedAt} timeZone={timeZone} onSave={(observedAt) => save({ observedAt })} />
        <RecordTimes observedAt={interview.observedAt} recordedAt={interview.facts.recordedAt} timeZone={timeZone} />
      </Card>
      <Card title={t('form.context')}>
        <Banner tone="warn" boxed>{t('who.warning')}</Banner>
        <DraftTextInput target={{ ...target, field: 'unit' }} label={t('who.unit')} />
        <DraftTextInput target={{ ...target, field: 'shift' }} label={t('who.shift')} />
      </Card>
      <DeleteRecordButton
        target={target}
        label={t('form.delete')}
        doneText={t('deleted.toast', { code: interview.code })}
        onDeleted={() => void navigate({ to: '/visits/$visitId/interviews', params: { visitId: world.visitId } })}
      />
    </>
  );
}
