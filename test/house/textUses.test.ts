import { expect, test } from 'vitest';
import { readLocale, stemOf } from './locales.ts';
import { repoFiles } from './repoFiles.ts';
import { namespacesOf, textUses } from './textUses.ts';

const TEXTS = new Map([...readLocale('es')].map(([area, texts]) => [area, [...texts.keys()].map(stemOf)]));
const SOURCES = repoFiles('src/client/', /\.tsx?$/);

test('every text that a screen asks for exists', () => {
  const missing = SOURCES.flatMap(({ path, text: source }) => {
    const here = namespacesOf(source);
    return textUses(source)
      .filter((use) => !candidates(use.key, here).some(([area, key]) => exists(area, key, use.whole)))
      .map((use) => `${path}:${use.line} ${use.key}`);
  });
  expect(missing).toEqual([]);
});

test('no text lies about that no screen shows', () => {
  const all = SOURCES.map(({ text }) => text).join('\n');
  const written = new Set([...all.matchAll(/['"`](?:\w+:)?([\w.-]+)['"`]/g)].map((match) => match[1]));
  const composed = [...all.matchAll(/`(?:\w+:)?((?:[\w.-]|\$\{[^{}]*\})*\$\{[^{}]*\}[\w.-]*)`/g)]
    .map((match) => match[1]?.replaceAll('.', '\\.').replaceAll(/\$\{[^{}]*\}/g, '.+') ?? '')
    .filter((pattern) => /[\w-]{3}/.test(pattern));
  const anyComposed = new RegExp(`^(?:${[...new Set(composed)].join('|')})$`);
  const shownWhole = [...all.matchAll(/'#locales\/es\/([\w-]+)\.json'/g)].map((match) => match[1]);
  const unused = [...TEXTS].filter(([area]) => !shownWhole.includes(area)).flatMap(([area, keys]) =>
    [...new Set(keys)].filter((key) => !written.has(key) && !anyComposed.test(key)).map((key) => `${area}:${key}`),
  );
  expect(unused).toEqual([]);
});

test('a key is read whole, by its beginning, or from either side of a question', () => {
  const source = "t('a.b', { c: t(`lane.${x}`) }) + t(x === 'no' ? 'd' : 'e') + other.t('f') + t(keyOf('g'))";
  expect(textUses(source).map(({ key, whole }) => `${key} ${whole}`)).toEqual(['a.b true', 'lane. false', 'd true', 'e true']);
});

/** The places where i18next would look for `key`: in the named area, or in those of the file, or anywhere where `t` is handed in. */
function candidates(key: string, here: readonly string[]): readonly (readonly [area: string, key: string])[] {
  const colon = key.indexOf(':');
  if (colon > 0) return [[key.slice(0, colon), key.slice(colon + 1)]];
  return (here.length > 0 ? here : [...TEXTS.keys()]).map((area) => [area, key] as const);
}

function exists(area: string, key: string, whole: boolean): boolean {
  const keys = TEXTS.get(area) ?? [];
  return whole ? keys.includes(key) : keys.some((known) => known.startsWith(key));
}
