import type { LocalText, ManualLanguage } from '#core/manual/edition.ts';
import { textIn } from '#core/manual/localText.ts';
import type { Form, FormNode, FormQuestion, QuestionType } from './form.ts';

/** A sheet to be written: every cell is text. */
export type SheetRows = { readonly name: 'survey' | 'choices' | 'settings'; readonly rows: readonly (readonly string[])[] };

const LANGUAGE_NAMES: readonly (readonly [ManualLanguage, string])[] = [['es', 'Español (es)'], ['en', 'English (en)']];

/**
 * A form as an XLSForm that other tools of the field read: names and lists stay, and every cell of a language is filled, with the other
 * language's text where its own is missing. Reading it again gives the same form, but for such fillings.
 */
export function writeXlsForm(form: Form): readonly SheetRows[] {
  const facts = [...new Set(Object.values(form.lists).flatMap((list) => list.flatMap((choice) => Object.keys(choice.facts))))];
  const local = (text: LocalText): readonly string[] => LANGUAGE_NAMES.map(([language]) => textIn(text, language)?.text ?? '');
  const header = (name: string): readonly string[] => LANGUAGE_NAMES.map(([, language]) => `${name}::${language}`);
  const question = (one: FormQuestion): readonly string[] => [
    typeOf(one), one.name, ...local(one.label), ...local(one.hint), one.required ? 'yes' : '', one.relevant ?? '', one.constraint ?? '', ...local(one.constraintMessage),
    one.calculation ?? '', one.choiceFilter ?? '', one.type === 'signature' ? (one.appearance ?? 'signature') : (one.appearance ?? ''), one.readOnly ? 'yes' : '', one.initial ?? '', '',
    one.range ? `start=${one.range.from} end=${one.range.to} step=${one.range.step}` : '', one.standards.join(' '), one.areas.join(' '),
  ];
  const nodeRows = (node: FormNode): readonly (readonly string[])[] => {
    if (node.kind === 'question') return [question(node)];
    const word = node.repeats ? 'repeat' : 'group';
    const begin = [`begin_${word}`, node.name, ...local(node.label), '', '', '', node.relevant ?? '', '', '', '', '', '', '', '', '', node.repeatCount ?? '', '', '', ''];
    return [begin, ...node.nodes.flatMap(nodeRows), [`end_${word}`, ...begin.slice(1).map(() => '')]];
  };
  return [
    {
      name: 'survey', rows: [
        ['type', 'name', ...header('label'), ...header('hint'), 'required', 'relevant', 'constraint', ...header('constraint_message'), 'calculation', 'choice_filter', 'appearance', 'read_only', 'default', 'repeat_count', 'parameters', 'standards', 'areas'],
        ...form.nodes.flatMap(nodeRows),
      ],
    },
    {
      name: 'choices', rows: [
        ['list_name', 'name', ...header('label'), ...facts],
        ...Object.entries(form.lists).flatMap(([list, choices]) => choices.map((choice) => [list, choice.name, ...local(choice.label), ...facts.map((fact) => choice.facts[fact] ?? '')])),
      ],
    },
    { name: 'settings', rows: [['form_title', ...header('form_title'), 'form_id', 'default_language', 'kind'], [textIn(form.title, 'es')?.text ?? '', ...local(form.title), form.id, 'Español (es)', form.kind]] },
  ];
}

const WORDS: Readonly<Record<Exclude<QuestionType, 'oneOf' | 'severalOf'>, string>> = {
  text: 'text', integer: 'integer', decimal: 'decimal', date: 'date', time: 'time', dateTime: 'dateTime', yesNo: 'yes_no', rating: 'range', photo: 'image',
  file: 'file', audio: 'audio', signature: 'image', place: 'geopoint', note: 'note', acknowledge: 'acknowledge', calculate: 'calculate',
};

function typeOf({ type, list }: FormQuestion): string {
  if (type === 'oneOf') return `select_one ${list ?? ''}`;
  if (type === 'severalOf') return `select_multiple ${list ?? ''}`;
  return WORDS[type];
}
