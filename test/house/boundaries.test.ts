import { beforeAll, expect, test } from 'vitest';
import { lintCopy } from './lintCopy.ts';

type Case = readonly [path: string, source: string];

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';

const imports = (...from: readonly string[]): string => from.map((module, at) => `import { thing${at} } from '${module}';\nthing${at}();\n`).join('');

/** What must fail, with the rule that says so. The folders named `new-…` do not exist: a new one is protected at once. */
const FORBIDDEN: Readonly<Record<string, readonly [rule: string, ...cases: readonly Case[]]>> = {
  'core imports nothing but core and four packages': [
    IMPORTS,
    ['src/core/a1.ts', imports('#client/storage/x.ts')],
    ['src/core/new-area/a2.ts', imports('#server/x.ts')],
    ['src/core/a3.ts', imports('node:fs')],
    ['src/core/a4.ts', imports('react')],
    ['src/core/a5.ts', imports('#test/x.ts')],
    ['src/core/a6.ts', "export const late = import('#server/x.ts');\n"],
    ['src/core/a7.ts', "import type { Thing } from '#client/x.ts';\nexport const thing: Thing | undefined = undefined;\n"],
    ['src/core/a8.ts', "export { thing } from '#server/x.ts';\n"],
  ],
  'client and server meet in core only': [
    IMPORTS,
    ['src/client/new-folder/b1.ts', imports('#server/app.ts')],
    ['src/client/app/b2.ts', imports('#server/app.ts')],
    ['src/client/features/new-feature/b3.ts', imports('#server/app.ts')],
    ['src/client/sync/b4.ts', imports('#server/app.ts')],
    ['src/client/storage/b5.ts', imports('#server/app.ts')],
    ['src/client/storage/b6.ts', imports('node:crypto')],
    ['src/server/new-folder/b7.ts', imports('#client/app/x.ts')],
    ['src/server/b8.ts', imports('react')],
  ],
  'a feature knows no other feature and not the app around it': [
    IMPORTS,
    ['src/client/features/new-feature/c1.ts', imports('#client/features/other/x.ts')],
    ['src/client/features/new-feature/c2.ts', imports('#client/features/new-feature/x.ts')],
    ['src/client/features/new-feature/c3.ts', imports('#client/app/router.tsx')],
    ['src/client/parts/c4.ts', imports('#client/features/other/x.ts')],
    ['src/client/parts/c5.ts', imports('#client/app/router.tsx')],
  ],
  'ui knows no visit, no language and no storage': [
    IMPORTS,
    ['src/client/ui/d1.ts', imports('#client/storage/x.ts')],
    ['src/client/ui/d2.ts', imports('#client/sync/x.ts')],
    ['src/client/ui/d3.ts', imports('#client/parts/x.ts')],
    ['src/client/ui/d4.ts', imports('react-i18next')],
    ['src/client/ui/new-folder/d5.ts', imports('#core/rating/x.ts')],
    ['src/client/ui/d6.ts', imports('#client/features/other/x.ts')],
  ],
  'only storage speaks Dexie': [
    IMPORTS,
    ['src/client/app/e1.ts', imports('dexie')],
    ['src/client/features/new-feature/e2.ts', imports('dexie')],
    ['src/client/parts/e3.ts', imports('dexie')],
    ['src/client/sync/e4.ts', imports('dexie')],
    ['src/client/ui/e5.ts', imports('dexie')],
    ['src/client/new-folder/e6.ts', imports('dexie-react-hooks')],
  ],
  'storage and sync know no screen, and storage no network': [
    IMPORTS,
    ['src/client/storage/f1.ts', imports('#client/sync/x.ts')],
    ['src/client/storage/f2.ts', imports('#client/ui/x.ts')],
    ['src/client/storage/f3.ts', imports('#client/parts/x.ts')],
    ['src/client/sync/f4.ts', imports('#client/features/other/x.ts')],
    ['src/client/sync/f5.ts', imports('#client/ui/x.ts')],
    ['src/client/service-worker/f6.ts', imports('#client/storage/x.ts')],
  ],
  'nobody climbs out of a folder': [
    IMPORTS,
    ['src/core/g1.ts', imports('../x.ts')],
    ['src/client/new-folder/g2.ts', imports('../x.ts')],
    ['src/client/features/new-feature/g3.ts', imports('../other/x.ts')],
    ['src/client/ui/g4.ts', imports('../x.ts')],
    ['src/client/storage/g5.ts', imports('../x.ts')],
    ['src/client/sync/g6.ts', imports('../x.ts')],
    ['src/server/g7.ts', imports('../x.ts')],
    ['src/tools/g8.mjs', imports('../x.mjs')],
    ['test/core/g9.test.ts', imports('../x.ts')],
  ],
  'only sync speaks to the network': [
    GLOBALS,
    ['src/client/app/h1.ts', "export const answer = () => fetch('/api/me');\n"],
    ['src/client/features/new-feature/h2.ts', "export const answer = () => window.fetch('/api/me');\n"],
    ['src/client/storage/h3.ts', "export const answer = () => fetch('/api/me');\n"],
    ['src/client/new-folder/h4.ts', "export const socket = () => new WebSocket('/api');\n"],
  ],
  'only storage keeps things': [
    GLOBALS,
    ['src/client/app/i1.ts', "export const kept = () => localStorage.getItem('x');\n"],
    ['src/client/sync/i2.ts', "export const kept = () => indexedDB.open('x');\n"],
    ['src/client/ui/i3.ts', "export const kept = () => window.localStorage.getItem('x');\n"],
  ],
  'core reaches for nothing around it': [
    GLOBALS,
    ['src/core/j1.ts', 'export const place = () => window.location.href;\n'],
    ['src/core/j2.ts', "export const place = () => process.env['HOME'];\n"],
    ['src/core/j3.ts', 'export const later = (act: () => void) => setTimeout(act, 1);\n'],
    ['src/core/j4.ts', 'export const bytes = () => crypto.getRandomValues(new Uint8Array(1));\n'],
    ['src/core/j5.ts', 'export const now = () => globalThis.Date.now();\n'],
  ],
  'core is told the time and given its randomness': [
    'eslint(no-restricted-properties)',
    ['src/core/k1.ts', 'export const now = () => Date.now();\n'],
    ['src/core/new-area/k2.ts', 'export const number = () => Math.random();\n'],
  ],
  'a text is never written into a screen': [
    'react(jsx-no-literals)',
    ['src/client/features/new-feature/L1.tsx', 'export function L1() {\n  return <p>Guardar</p>;\n}\n'],
    ['src/client/ui/L2.tsx', 'export function L2() {\n  return <p>Save</p>;\n}\n'],
  ],
  'what may fail is awaited, or its failure is looked at': [
    'typescript(no-floating-promises)',
    ['src/core/m1.ts', 'const send = async (): Promise<void> => undefined;\nexport function act(): void {\n  send();\n}\n'],
  ],
  'a failure is not swallowed': ['eslint(no-empty)', ['src/server/n1.ts', 'export function act(run: () => void): void {\n  try {\n    run();\n  } catch {}\n}\n']],
  'nothing is said to a console that nobody reads': ['eslint(no-console)', ['src/client/sync/o1.ts', 'console.error(1);\n'], ['src/server/sync/o2.ts', 'console.log(1);\n']],
  'a new kind of thing is handled everywhere before it lints': [
    'typescript(switch-exhaustiveness-check)',
    ['src/core/p1.ts', "export function word(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a': return 'A';\n  }\n  return '';\n}\n"],
  ],
  'a file exports by name': ['import(no-default-export)', ['src/core/q1.ts', 'export default 1;\n']],
  'nothing is of any type': ['typescript(no-explicit-any)', ['src/server/r1.ts', 'export const thing = (x: any): unknown => x;\n']],
  'nothing is claimed to be there': ['typescript(no-non-null-assertion)', ['src/core/s1.ts', 'export const first = (xs: readonly string[]): string => xs[0]!;\n']],
  'no two files need each other to begin': ['import(no-cycle)',
    ['src/core/t1.ts', "import { b } from '#core/t2.ts';\nexport const a = (): number => b();\n"],
    ['src/core/t2.ts', "import { a } from '#core/t1.ts';\nexport const b = (): number => a();\n"],
  ],
  'a hook is called in one order': ['react-hooks(rules-of-hooks)',
    ['src/client/parts/useU1.ts', "import { useState } from 'react';\nexport function useU1(yes: boolean): number {\n  if (yes) return useState(1)[0];\n  return 2;\n}\n"],
  ],
};

/** What must pass, so that the rules are not simply against everything. */
const ALLOWED: readonly Case[] = [
  ['src/core/ok1.ts', imports('#core/result.ts', './x.ts', 'valibot', '@noble/hashes/sha2.js', 'node-diff3', 'minisearch')],
  ['src/client/app/ok2.ts', imports('#client/features/other/x.ts', '#client/storage/x.ts', '#client/sync/x.ts', '#client/parts/x.ts', 'react')],
  ['src/client/features/new-feature/ok3.ts', imports('./x.ts', '#client/parts/x.ts', '#client/ui/x.ts', '#client/storage/x.ts', '#core/x.ts', 'react-i18next', '@mantine/core')],
  ['src/client/parts/ok4.ts', imports('./x.ts', '#client/ui/x.ts', '#client/storage/x.ts', '#client/sync/x.ts', '#core/x.ts', 'react-i18next')],
  ['src/client/ui/ok5.ts', imports('./x.ts', '#client/ui/x.ts', 'react', '@mantine/core', '@tabler/icons-react')],
  ['src/client/storage/ok6.ts', `${imports('./x.ts', '#client/storage/x.ts', '#core/x.ts', 'dexie', 'react')}export const kept = () => localStorage.getItem('x');\n`],
  ['src/client/sync/ok7.ts', `${imports('./x.ts', '#client/storage/x.ts', '#core/x.ts')}export const answer = () => fetch('/api/me');\n`],
  ['src/client/service-worker/ok8.ts', imports('./x.ts', 'workbox-precaching')],
  ['src/server/ok9.ts', imports('./x.ts', '#server/store/x.ts', '#core/x.ts', 'fastify', 'node:fs')],
  ['src/server/main.ts', 'console.log(1);\n'],
  ['test/core/ok10.test.ts', imports('#core/x.ts', '#client/x.ts', '#server/x.ts', '#test/x.ts', './x.ts')],
  ['src/client/features/new-feature/Ok11.tsx', "export function Ok11({ text }: { readonly text: string }) {\n  return <p>{text} · {' '}{text}</p>;\n}\n"],
];

let broken: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  broken = lintCopy(new Map([...Object.values(FORBIDDEN).flatMap(([, ...cases]) => cases), ...ALLOWED]));
}, 60_000);

test.each(Object.entries(FORBIDDEN))('the linter sees to it: %s', (_, [rule, ...cases]) => {
  expect(cases.filter(([path]) => !broken.get(path)?.includes(rule)).map(([path]) => `${path}: ${broken.get(path)?.join() ?? 'nothing'}`)).toEqual([]);
});

test('what each folder may do passes', () => {
  expect(ALLOWED.filter(([path]) => broken.has(path)).map(([path]) => `${path}: ${broken.get(path)?.join() ?? ''}`)).toEqual([]);
});
