import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compileForm } from '#core/form/compileForm.ts';
import { answerFields, readAnswers, standardFinder, timeField } from '#core/form/formRecord.ts';
import { formView, type ShownNode } from '#core/form/formView.ts';
import type { Form } from '#core/form/form.ts';
import type { FieldValues } from '#core/op/op.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { localDate } from '#core/visit/localDate.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { FormQuestionField } from './FormQuestionField.tsx';
import { FormSection } from './FormSection.tsx';
import type { RecordTarget, RecordWriter } from './useRecordWriter.ts';
import type { VisitWorld } from './useVisit.ts';
import styles from './FormFields.module.css';

type FormFieldsProps = {
  readonly form: Form;
  readonly target: RecordTarget;
  readonly writer: RecordWriter;
  readonly world: VisitWorld;
  readonly lang: 'es' | 'en';
  /** Somebody else's interview is read, not answered. */
  readonly readOnly?: boolean;
};

/** The questions of a form as they are asked now, saved one by one. The first answer begins the record. */
export function FormFields({ form, target, writer, world, lang, readOnly = false }: FormFieldsProps) {
  const { t } = useTranslation('forms');
  const workspace = useWorkspace();
  const entity = entityOf(useScopeState(target.scope), target.entity, target.entityId);
  const compiled = useMemo(() => compileForm(form), [form]);
  const answers = useMemo(() => readAnswers(entity), [entity]);
  const standardId = useMemo(() => (world.manual.kind === 'ready' ? standardFinder(world.manual.index) : () => undefined), [world.manual]);
  const nowMs = workspace.nowMs();
  const view = useMemo(
    () => formView(compiled, answers, { today: localDate(nowMs, world.agencyCard.timeZone), now: new Date(nowMs).toISOString() }),
    // The clock alone asks nothing anew: the answers do.
    // eslint-disable-next-line react/exhaustive-deps
    [compiled, answers, world.agencyCard.timeZone],
  );
  const fieldsFor = (path: string, value: string): FieldValues => answerFields(compiled, answers, path, value, standardId);
  const missing = view.nodes.filter((node) => node.kind === 'question' && node.problem?.type === 'required').length;

  return (
    <div className={styles.fields}>
      <p className={styles.count} role="status">{t('count', { answered: view.answered, asked: view.asked })}</p>
      {view.nodes.map((node) => (
        <div key={keyOf(node)} className={styles.node} data-depth={Math.min(node.depth, 3)}>
          {node.kind === 'question' ? (
            <FormQuestionField node={node} target={target} writer={writer} world={world} lang={lang} readOnly={readOnly} fieldsFor={fieldsFor} />
          ) : (
            <FormSection
              node={node}
              readOnly={readOnly}
              onAdd={() => void writer.write({ [timeField(node.path, workspace.newId())]: true })}
              onRemove={(id) => void writer.write({ [timeField(node.path, id)]: false })}
            />
          )}
        </div>
      ))}
      {missing > 0 && !readOnly ? <Banner tone="info" boxed>{t('missing', { count: missing })}</Banner> : null}
    </div>
  );
}

const keyOf = (node: ShownNode): string => (node.kind === 'time' ? `time ${node.path} ${node.id}` : `${node.kind} ${node.path}`);
