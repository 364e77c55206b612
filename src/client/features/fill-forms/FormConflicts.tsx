import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compileForm } from '#core/form/compileForm.ts';
import type { Form } from '#core/form/form.ts';
import { answerFields, readAnswers, standardFinder } from '#core/form/formRecord.ts';
import { textIn } from '#core/manual/localText.ts';
import type { FieldValues } from '#core/op/op.ts';
import { conflictingFields } from '#core/op/readField.ts';
import { deletionOf, type EntityState } from '#core/op/scopeState.ts';
import { ConflictChoice } from '#client/parts/ConflictChoice.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';

type FormConflictsProps = { readonly world: VisitWorld; readonly entity: EntityState; readonly form: Form; readonly onChoose: (set: FieldValues) => void };

const ANSWER = 'answer.';

/** Two different answers to one question, each with who and when. */
export function FormConflicts({ world, entity, form, onChoose }: FormConflictsProps) {
  const { t } = useTranslation('forms');
  const language = useInterfaceLanguage();
  const compiled = useMemo(() => compileForm(form), [form]);
  const paths = conflictingFields(entity).filter((field) => field.startsWith(ANSWER)).map((field) => field.slice(ANSWER.length));
  const standardId = world.manual.kind === 'ready' ? standardFinder(world.manual.index) : () => undefined;
  const labelOf = (path: string): string => {
    const node = compiled.byName.get(path.slice(path.lastIndexOf('/') + 1))?.node;
    return (node && textIn(node.label, language)?.text) ?? path;
  };
  const wordOf = (path: string, value: string): string => {
    if (value === 'yes' || value === 'no') return t(`answer.${value}`);
    const node = compiled.byName.get(path.slice(path.lastIndexOf('/') + 1))?.node;
    const choice = node?.kind === 'question' && node.list !== undefined ? form.lists[node.list]?.find(({ name }) => name === value) : undefined;
    return (choice && textIn(choice.label, language)?.text) ?? (value === '' ? t('answer.none') : value);
  };
  return (
    <>
      {deletionOf(entity) === 'brought-back' ? (
        <Banner tone="warn" boxed action={<ActionButton onPress={() => onChoose({ deleted: false })}>{t('broughtBack.keep')}</ActionButton>}>{t('broughtBack.text')}</Banner>
      ) : null}
      {paths.map((path) => (
        <ConflictChoice
          key={path}
          entity={entity}
          field={`${ANSWER}${path}`}
          label={labelOf(path)}
          timeZone={world.agencyCard.timeZone}
          nameOf={(value) => wordOf(path, typeof value === 'string' ? value : '')}
          onChoose={(value) => onChoose(answerFields(compiled, readAnswers(entity), path, typeof value === 'string' ? value : '', standardId))}
        />
      ))}
    </>
  );
}
