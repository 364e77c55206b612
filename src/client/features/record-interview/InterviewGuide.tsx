import { useTranslation } from 'react-i18next';
import type { EntityState } from '#core/op/scopeState.ts';
import { newestForms } from '#core/form/newestForms.ts';
import { textIn } from '#core/manual/localText.ts';
import { readInterview } from '#core/visit/interview.ts';
import { FormFields } from '#client/parts/FormFields.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { RecordTarget, RecordWriter } from '#client/parts/useRecordWriter.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useForms } from '#client/storage/WorkspaceContext.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

type InterviewGuideProps = { readonly world: VisitWorld; readonly entity: EntityState; readonly target: RecordTarget; readonly writer: RecordWriter; readonly readOnly?: boolean };

/** The guide that an interview is held with: its questions, answered into the interview itself, that only its author writes. */
export function InterviewGuide({ world, entity, target, writer, readOnly = false }: InterviewGuideProps) {
  const { t } = useTranslation('interview');
  const language = useInterfaceLanguage();
  const forms = useForms() ?? [];
  const { guide, guideRevision, roleCategory } = readInterview(entity);
  const offered = newestForms(forms, world.agencyCard.program).filter(({ kind }) => kind === 'guide')
    .toSorted((a, b) => Number(b.role === roleCategory) - Number(a.role === roleCategory));
  const chosen = forms.find(({ id, revision }) => id === guide && revision === guideRevision) ?? forms.find(({ id }) => id === guide);
  if (readOnly && chosen === undefined) return null;
  if (offered.length === 0 && chosen === undefined) return null;
  return (
    <Card title={t('guide.title')}>
      {readOnly ? null : (
        <SelectField
          label={t('guide.choose')}
          help={t('guide.help')}
          value={guide}
          emptyLabel={t('guide.none')}
          options={offered.map((form) => ({ value: form.id, label: textIn(form.title, language)?.text ?? form.id }))}
          onChange={(id) => void writer.write({ guide: id, guideRevision: offered.find((form) => form.id === id)?.revision ?? 1 })}
        />
      )}
      {chosen ? <FormFields form={chosen} target={target} writer={writer} world={world} lang={language} readOnly={readOnly} /> : null}
    </Card>
  );
}
