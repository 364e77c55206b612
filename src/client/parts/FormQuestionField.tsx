import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValues } from '#core/op/op.ts';
import { membersOf } from '#core/form/expressionValue.ts';
import type { ShownNode } from '#core/form/formView.ts';
import { hasText, textIn } from '#core/manual/localText.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { DateField } from '#client/ui/fields/DateField.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { DraftTextArea } from './DraftTextArea.tsx';
import { DraftTextInput } from './DraftTextInput.tsx';
import { FormPhotos } from './FormPhotos.tsx';
import { ManualText } from './ManualText.tsx';
import { useAnswerProblem } from './useAnswerProblem.ts';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';
import type { RecordTarget, RecordWriter } from './useRecordWriter.ts';
import type { VisitWorld } from './useVisit.ts';
import styles from './FormQuestionField.module.css';

type QuestionNode = Extract<ShownNode, { kind: 'question' }>;

type FormQuestionFieldProps = {
  readonly node: QuestionNode;
  readonly target: RecordTarget;
  readonly writer: RecordWriter;
  readonly world: VisitWorld;
  readonly lang: 'es' | 'en';
  readonly readOnly: boolean;
  /** What an answer changes, the answer included. */
  readonly fieldsFor: (path: string, value: string) => FieldValues;
};

/** Choices up to here stand beside each other; more make a list of the system. */
const CHIPS_UP_TO = 7;

/** One question with its way to answer. A tap on the chosen answer takes it back. */
export function FormQuestionField({ node, target, writer, world, lang, readOnly, fieldsFor }: FormQuestionFieldProps) {
  const { t } = useTranslation('forms');
  const language = useInterfaceLanguage();
  const { question, path, value, choices } = node;
  const error = useAnswerProblem(node.problem);
  const label = <ManualText text={question.label} language={language} />;
  const help = hasText(question.hint) ? <ManualText text={question.hint} language={language} /> : undefined;
  const answer = (to: string): Promise<boolean> => writer.write(fieldsFor(path, to === value ? '' : to));
  const wordOf = (name: string): string => {
    const choice = choices.find((one) => one.name === name);
    return (choice && textIn(choice.label, language)?.text) ?? name;
  };

  if (question.type === 'note') return <p className={styles.note}>{label}</p>;
  if (readOnly || question.readOnly || question.calculation !== undefined) {
    const words = question.type === 'yesNo' && value !== '' ? t(`answer.${value === 'yes' ? 'yes' : 'no'}`) : membersOf(value).length > 0 && choices.length > 0 ? membersOf(value).map(wordOf).join(', ') : value;
    return <dl className={styles.read}><dt>{label}</dt><dd>{words === '' ? t('answer.none') : words}</dd></dl>;
  }
  const options = question.type === 'yesNo' ? [{ name: 'yes', word: t('answer.yes') }, { name: 'no', word: t('answer.no') }] : choices.map(({ name }) => ({ name, word: wordOf(name) }));
  const text = { target: { ...target, field: `answer.${path}` }, label, help, also: outcomesOf(fieldsFor(path, 'x')), whenNew: writer.whenNew, lang };

  switch (question.type) {
    case 'yesNo':
    case 'oneOf':
      if (options.length > CHIPS_UP_TO) {
        return <SelectField label={label} help={help} error={error} value={value} emptyLabel={t('answer.none')} options={options.map(({ name, word }) => ({ value: name, label: word }))} onChange={(to) => void writer.write(fieldsFor(path, to))} />;
      }
      return <Chips node={node} options={options} onPick={(to) => void answer(to)} label={label} help={help} error={error} />;
    case 'rating': {
      const { from, to, step } = question.range ?? { from: 1, to: 5, step: 1 };
      const steps = Array.from({ length: Math.min(Math.floor((to - from) / step) + 1, 11) }, (_, i) => String(from + i * step));
      return <Chips node={node} options={steps.map((one) => ({ name: one, word: one }))} onPick={(one) => void answer(one)} label={label} help={help} error={error} />;
    }
    case 'severalOf':
      return (
        <fieldset className={styles.group}>
          <legend>{label}</legend>
          {help ? <div className={styles.help}>{help}</div> : null}
          {options.map(({ name, word }) => {
            const chosen = membersOf(value);
            return <CheckRow key={name} label={word} checked={chosen.includes(name)} onChange={(on) => writer.write(fieldsFor(path, (on ? [...chosen, name] : chosen.filter((one) => one !== name)).join(' ')))} />;
          })}
          {error ? <div className={styles.error} role="alert">{error}</div> : null}
        </fieldset>
      );
    case 'acknowledge': return <CheckRow label={label} second={help} checked={value !== ''} onChange={(on) => writer.write(fieldsFor(path, on ? 'OK' : ''))} />;
    case 'date':
    case 'dateTime': return <DateField label={label} help={help} error={error} withTime={question.type === 'dateTime'} value={value} onChange={(to) => void writer.write(fieldsFor(path, to))} />;
    case 'photo': return <FormPhotos world={world} subject={target.entityId.split('/')[0] ?? ''} label={label} writer={writer} target={target} />;
    case 'integer':
    case 'decimal':
    case 'time': return <DraftTextInput key={path} {...text} error={error} inputMode={question.type === 'integer' ? 'numeric' : question.type === 'decimal' ? 'decimal' : undefined} />;
    case 'file':
    case 'audio':
    case 'signature':
    case 'place': return <DraftTextInput key={path} {...text} help={t(`byHand.${question.type}`)} />;
    case 'text':
    case 'calculate': return <DraftTextArea key={path} {...text} minRows={2} />;
  }
}

type ChipsProps = {
  readonly node: QuestionNode;
  readonly options: readonly { readonly name: string; readonly word: string }[];
  readonly onPick: (name: string) => void;
  readonly label: ReactNode;
  readonly help: ReactNode;
  readonly error: string | undefined;
};

function Chips({ node, options, onPick, label, help, error }: ChipsProps) {
  const language = useInterfaceLanguage();
  return (
    <div className={styles.group}>
      <div className={styles.label}>{label}</div>
      {help ? <div className={styles.help}>{help}</div> : null}
      <ChipRow label={textIn(node.question.label, language)?.text ?? node.question.name}>
        {options.map(({ name, word }) => <FilterChip key={name} selected={node.value === name} onPress={() => onPick(name)}>{word}</FilterChip>)}
      </ChipRow>
      {error ? <div className={styles.error} role="alert">{error}</div> : null}
    </div>
  );
}

/** What a text says of standards is only that something was said. */
function outcomesOf(set: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(set).filter(([field]) => field.startsWith('outcome.')));
}
