import { expect, test } from 'vitest';
import { catalogueTable } from './catalogueTable.ts';
import { catalogueIn, readProtocol, rulesIn, withCatalogue } from './protocolText.ts';
import { repoFiles } from './repoFiles.ts';

const PROTOCOL = readProtocol();
const RULES = rulesIn(PROTOCOL);

test('a rule of the protocol has a number of its own', () => {
  expect(RULES.length).toBeGreaterThan(0);
  expect(RULES.filter((rule, at) => RULES.indexOf(rule) !== at)).toEqual([]);
});

test('every rule of the protocol is held by a test that names it', () => {
  const cited = new Set(citations().map(({ rule }) => rule));
  expect(RULES.filter((rule) => !cited.has(rule))).toEqual([]);
});

test('a test names no rule that the protocol does not have', () => {
  expect(citations().filter(({ rule }) => !RULES.includes(rule)).map(({ path, rule }) => `${path} [${rule}]`)).toEqual([]);
});

test('the catalogue in the protocol is the one that tablet and server check by', () => {
  expect(catalogueIn(PROTOCOL), 'mend it with: npx tsx test/house/printCatalogue.ts').toBe(catalogueTable());
});

test('the catalogue is put between its marks and nowhere else', () => {
  const before = 'a\n<!-- catalogue -->\nold\n<!-- /catalogue -->\nb';
  expect(withCatalogue(before, '$1 new')).toBe('a\n<!-- catalogue -->\n$1 new\n<!-- /catalogue -->\nb');
  expect(catalogueIn(before)).toBe('old');
  expect(withCatalogue('<!-- catalogue -->\n<!-- /catalogue -->', 'new')).toBe('<!-- catalogue -->\nnew\n<!-- /catalogue -->');
});

/** `[S4]` at the beginning of the title of a test or of a group of tests; several may follow one another. */
function citations(): readonly { readonly path: string; readonly rule: string }[] {
  return repoFiles('test/', /\.(ts|tsx)$/)
    .filter(({ path }) => !path.startsWith('test/house/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/['"`]((?:\[[A-Z]{1,3}\d+\][ ,]*)+)/g)].flatMap(([, ids]) =>
        [...(ids ?? '').matchAll(/[A-Z]{1,3}\d+/g)].map(([rule]) => ({ path, rule })),
      ),
    );
}
