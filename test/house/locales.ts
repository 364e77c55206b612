import { repoFiles } from './repoFiles.ts';

export type Language = 'es' | 'en';

/** Namespace (file name) → key with dots → text. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The forms that `Intl.PluralRules` asks for: Spanish has a form of its own for a million. */
export const PLURAL_FORMS: Readonly<Record<Language, readonly string[]>> = { es: ['_one', '_many', '_other'], en: ['_one', '_other'] };

const PLURAL = /_(zero|one|two|few|many|other)$/;

export function readLocale(language: Language): Texts {
  const prefix = `locales/${language}/`;
  return new Map(
    repoFiles(prefix, /\.json$/).map(({ path, text }) => [path.slice(prefix.length, -'.json'.length), new Map(leaves(JSON.parse(text), ''))]),
  );
}

/** `list.found_many` → `list.found`; a key without plural forms is its own stem. */
export function stemOf(key: string): string {
  return key.replace(PLURAL, '');
}

/** Stems that have at least one plural form → the forms they have. */
export function pluralFamilies(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const form = PLURAL.exec(key)?.[0];
    if (form) families.set(stemOf(key), [...(families.get(stemOf(key)) ?? []), form]);
  }
  return families;
}

/** The names between `{{` and `}}`, each once, in order of the alphabet. */
export function placeholdersOf(text: string): readonly string[] {
  const names = [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].toSorted();
}

function leaves(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${path} is neither a text nor a group of texts`);
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}
