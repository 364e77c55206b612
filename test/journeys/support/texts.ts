import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = join(import.meta.dirname, '../../../locales');
const cache = new Map<string, unknown>();

export type Language = 'es' | 'en';

/** A text of a screen as the person sees it: `words('es', 'rating:dock.next')`. Placeholders are filled from `values`. */
export function words(language: Language, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const [area, path] = key.split(':');
  if (!area || !path) throw new Error(`not a key: ${key}`);
  const file = `${language}/${area}`;
  const texts = cache.get(file) ?? JSON.parse(readFileSync(join(LOCALES, `${file}.json`), 'utf8'));
  cache.set(file, texts);
  let found: unknown = texts;
  for (const part of path.split('.')) found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[part] : undefined;
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
