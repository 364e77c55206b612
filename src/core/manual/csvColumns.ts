import type { ManualLanguage } from './edition.ts';
import { MANUAL_LANGUAGES } from './localText.ts';
import type { ProblemList } from './problemList.ts';

/** A column of texts: in one language, or in the one that the person tells. */
export type TextColumn = { readonly index: number; readonly language: ManualLanguage | undefined };

export type CsvColumns = {
  readonly id: number;
  readonly parentId: number;
  readonly kind: number;
  readonly label: number | undefined;
  readonly title: readonly TextColumn[];
  readonly text: readonly TextColumn[];
  /** Of the columns `title_es`, `text_en` …; none where the columns do not say. */
  readonly languages: readonly ManualLanguage[];
};

/**
 * Finds the columns `id, parent_id, kind, label, title, text`, in any order, whatever their case. `code` is taken for
 * `label`; `title_es`, `title_en`, `text_es`, `text_en` make a bilingual manual. Reports what is missing, twice there or
 * not used. Nothing where the tree itself cannot be read.
 */
export function csvColumns(header: readonly string[], problems: ProblemList): CsvColumns | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (name: string): number | undefined => (names.includes(name) ? names.indexOf(name) : undefined);
  const texts = (name: 'title' | 'text'): readonly TextColumn[] => {
    const told = MANUAL_LANGUAGES.flatMap((language) => columnOf(find(`${name}_${language}`), language));
    return told.length > 0 ? told : columnOf(find(name), undefined);
  };
  const [id, parentId, kind, label, title, text] = [find('id'), find('parent_id'), find('kind'), find('label') ?? find('code'), texts('title'), texts('text')];
  if (id === undefined && parentId === undefined && reportOtherSeparator(header, problems)) return undefined;

  for (const name of new Set(names.filter((one, i) => one !== '' && names.indexOf(one) !== i))) {
    problems.error('duplicate-header', 1, name, `Two columns are called "${name}"; rename or remove one.`);
  }
  const used = new Set([id, parentId, kind, label, ...[...title, ...text].map((column) => column.index)]);
  const missing = { id, parent_id: parentId, kind, label, title: title[0], text: text[0] };
  for (const [name, column] of Object.entries(missing)) {
    if (column === undefined) problems.error('missing-column', 1, name, `The column "${name}" is missing. The columns are: id, parent_id, kind, label, title, text.`);
  }
  for (const [i, name] of names.entries()) {
    if (name !== '' && !used.has(i) && names.indexOf(name) === i) problems.warning('ignored-column', 1, header[i] ?? '', `The column "${header[i]}" is not imported.`);
  }
  if (id === undefined || parentId === undefined || kind === undefined) return undefined;
  const languages = MANUAL_LANGUAGES.filter((language) => [...title, ...text].some((column) => column.language === language));
  return { id, parentId, kind, label, title, text, languages };
}

function columnOf(index: number | undefined, language: ManualLanguage | undefined): readonly TextColumn[] {
  return index === undefined ? [] : [{ index, language }];
}

const SEPARATORS = [[';', 'semicolons'], ['\t', 'tabs'], ['|', 'bars']] as const;

function reportOtherSeparator(header: readonly string[], problems: ProblemList): boolean {
  const separator = SEPARATORS.find(([mark]) => header.some((cell) => cell.split(mark).length > 2));
  if (separator === undefined) return false;
  problems.error('missing-column', 1, 'id', `The columns are separated by ${separator[1]}; save the file as "CSV UTF-8 (comma separated)".`);
  return true;
}
