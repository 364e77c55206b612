import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '#core/form/form.ts';
import { formRecordOf } from '#core/form/formRecord.ts';
import { entityOf, isDeleted } from '#core/op/scopeState.ts';
import { textIn } from '#core/manual/localText.ts';
import { DeleteRecordButton } from '#client/parts/DeleteRecordButton.tsx';
import { FormFields } from '#client/parts/FormFields.tsx';
import { RecordSaved } from '#client/parts/RecordSaved.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { useRecordWriter } from '#client/parts/useRecordWriter.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useForms, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';
import { FormConflicts } from './FormConflicts.tsx';

type FormRecordPageProps = { readonly world: VisitWorld; readonly recordId: string; readonly newFormId: string | undefined };

/** One form being filled in: every answer saves itself, and nothing is required to keep what is there. */
export function FormRecordPage({ world, recordId, newFormId }: FormRecordPageProps) {
  const { t } = useTranslation(['forms', 'common']);
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const language = useInterfaceLanguage();
  const forms = useForms();
  const target = { scope: world.visitScope, entity: 'formRecord', entityId: recordId };
  const record = formRecordOf(world.visit, recordId);
  const entity = entityOf(world.visit, target.entity, recordId);
  const form = useMemo(() => formFor(forms, record?.formId ?? newFormId, record?.revision), [forms, record?.formId, record?.revision, newFormId]);
  const writer = useRecordWriter(target, () => ({
    form: form?.id ?? '', formRevision: form?.revision ?? 1, observedAt: new Date(workspace.nowMs()).toISOString(),
  }));
  const toList = (): void => void navigate({ to: '/visits/$visitId/forms', params: { visitId: world.visitId } });

  if (forms === undefined) return <LoadingLines label={t('common:loading')} />;
  if (entity && isDeleted(entity)) {
    return <EmptyState title={t('deleted.title')} text={t('deleted.text')} actions={<ActionButton kind="primary" onPress={() => void writer.write({ deleted: false })}>{t('deleted.bringBack')}</ActionButton>} />;
  }
  if (form === undefined) return <EmptyState title={t('notHere.title')} text={t('notHere.text')} />;
  const title = textIn(form.title, language);
  return (
    <PageColumn width="narrow">
      <PageHeader title={title?.text ?? form.id} lang={title?.language} under={<RecordSaved writer={writer} />} />
      {entity ? <FormConflicts world={world} entity={entity} form={form} onChoose={(set) => void writer.write(set)} /> : null}
      <Card><FormFields form={form} target={target} writer={writer} world={world} lang={language} /></Card>
      {record ? <DeleteRecordButton target={target} label={t('delete')} doneText={t('deleted.toast')} onDeleted={toList} /> : null}
    </PageColumn>
  );
}

/** The revision that the record was begun with, else the newest. */
function formFor(forms: readonly Form[] | undefined, id: string | undefined, revision: number | undefined): Form | undefined {
  const same = (forms ?? []).filter((form) => form.id === id);
  return same.find((form) => form.revision === revision) ?? same.toSorted((a, b) => b.revision - a.revision)[0];
}
