import type { ManualLanguage } from '#core/manual/edition.ts';
import { foldText } from '#core/manual/foldText.ts';

/** What a column of an XLSForm's sheet holds. */
export type FormColumn = { readonly field: string; readonly language?: ManualLanguage };

/** Columns of all sheets by their names and aliases, folded. */
const FIELDS: Readonly<Record<string, string>> = {
  'type': 'type', 'name': 'name', 'value': 'name', 'label': 'label', 'hint': 'hint', 'guidance hint': 'hint', 'required': 'required',
  'relevant': 'relevant', 'relevance': 'relevant', 'constraint': 'constraint', 'constraint message': 'constraintMessage', 'calculation': 'calculation',
  'calculate': 'calculation', 'choice filter': 'choiceFilter', 'appearance': 'appearance', 'read only': 'readOnly', 'readonly': 'readOnly',
  'default': 'initial', 'repeat count': 'repeatCount', 'parameters': 'parameters', 'standards': 'standards', 'estandares': 'standards', 'areas': 'areas',
  'list name': 'listName', 'form title': 'title', 'form id': 'id', 'id string': 'id', 'default language': 'defaultLanguage', 'version': 'version', 'kind': 'kind',
};

const LANGUAGES: readonly (readonly [RegExp, ManualLanguage])[] = [
  [/^(?:espanol|spanish|castellano|es(?:-\w+)?)\b|\(es(?:-\w+)?\)/, 'es'],
  [/^(?:english|ingles|en(?:-\w+)?)\b|\(en(?:-\w+)?\)/, 'en'],
];

/** The language that a name of an XLSForm means: `Español (es)`, `Spanish`, `es`, `English (en)`; nothing for another one. */
export function formLanguage(name: string): ManualLanguage | undefined {
  const folded = foldText(name.trim());
  return LANGUAGES.find(([pattern]) => pattern.test(folded))?.[1];
}

/**
 * Reads a header: `label::Español (es)`, `label:es`, `constraint_message::English`. `other-language`: a text in a language that the
 * product does not have. A name without meaning is given back as it is: in `choices` it is a fact for the filter.
 */
export function formColumn(header: string): FormColumn | 'other-language' {
  const [name = '', ...rest] = header.split(/::?/);
  const field = FIELDS[foldText(name.trim()).replace(/[_\s]+/g, ' ')];
  if (rest.length === 0 || field === undefined) return { field: field ?? header.trim() };
  const language = formLanguage(rest.join(':'));
  return language === undefined ? 'other-language' : { field, language };
}

export const isKnownField = (field: string): boolean => Object.values(FIELDS).includes(field);
