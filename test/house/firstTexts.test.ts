import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { readLocale } from './locales.ts';
import { repoFiles } from './repoFiles.ts';
import { namespacesOf, textUses } from './textUses.ts';

const sources = new Map(repoFiles('src/', /\.tsx?$/).map(({ path, text }) => [path, text]));
const inBraces = (path: string): readonly string[] => /\{([\w,]+)\}/.exec(sources.get(path) ?? '')?.[1]?.split(',') ?? [];
const first = inBraces('src/client/app/spanish.ts');

test('the four lists of texts are one: what is not among the first is among the rest', () => {
  for (const file of ['english', 'spanishRest', 'englishRest']) expect(inBraces(`src/client/app/${file}.ts`)).toEqual(first);
  expect([...readLocale('es').keys()]).toEqual(expect.arrayContaining([...first]));
  expect(first.length).toBeGreaterThan(0);
});

test('a screen that does not wait for the rest of the texts says nothing of it', () => {
  const firstScreens = [...sources].flatMap(([path, text]) => [...text.matchAll(/firstScreen\(async \(\) => \(await import\('([^']+)'\)/g)].map((found) => resolved(path, found[1] ?? '')));
  expect(firstScreens.length).toBeGreaterThan(3);
  const said = [...reached(['src/client/app/main.tsx', ...firstScreens])].flatMap((path) => namespacesIn(sources.get(path) ?? '').map((namespace) => `${namespace} in ${path}`));
  expect(said.filter((line) => !first.includes(line.split(' ')[0] ?? ''))).toEqual([]);
});

test('a text that is asked for by its whole name counts too', () => {
  expect(namespacesIn("const { t } = useTranslation(['rating', 'common']); t('carry:pass');")).toEqual(['rating', 'carry']);
});

function namespacesIn(source: string): readonly string[] {
  return [...namespacesOf(source), ...textUses(source).flatMap(({ key }) => (key.includes(':') ? [key.split(':')[0] ?? ''] : []))];
}

/** Files that come with these: what they import at once, not what they import later. */
function reached(from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [...from];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    const source = sources.get(path);
    if (found.has(path) || source === undefined) continue;
    found.add(path);
    for (const [, target] of source.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm)) if (target !== undefined) next.push(resolved(path, target));
  }
  return found;
}

function resolved(from: string, target: string): string {
  if (target.startsWith('#')) return `src/${target.slice(1)}`;
  return target.startsWith('.') ? join(dirname(from), target) : target;
}
