import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { runPurge } from '#server/purge/purgeCommand.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { memoryPurgedList } from '#test/server/builders/memoryPurgedList.ts';
import { serverWorld } from '#test/server/builders/serverWorld.ts';

async function aServer() {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-purge-'));
  const store = await openSqliteStore(join(folder, 'cotejo.sqlite'), 0);
  const world = await serverWorld(store);
  const dale = await world.tablet('dale');
  const scope = visitScope(world.visit1);
  await dale.write({ scope, entity: 'interview', entityId: `${newUuid(world.ids)}/${world.users.dale}`, set: { code: 'E-DA-01', text: 'canario-en-el-disco' } });
  const data = { store, fileBytes: memoryFileBytes(), purgedList: memoryPurgedList(), nowMs: world.ids.nowMs };
  const run = async (...argv: readonly string[]) => {
    const lines: string[] = [];
    const note = (line: string): void => void lines.push(line);
    return { code: await runPurge(argv, { withData: (work) => work(data), print: note, printError: note }), text: lines.join('\n') };
  };
  const bytes = (): string => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('');
  return { store, scope, run, bytes };
}

test('[G2] npm run purge says first what it would erase, then erases it, also from the bytes of the database', async () => {
  const { store, scope, run, bytes } = await aServer();
  const check = await run('--scope', scope, '--entity', 'interview', '--code', 'e-da-01', '--check');
  expect(check).toMatchObject({ code: 0, text: expect.stringContaining('Se borrarían / Would be erased: 1 ops, 1 registro / record') });
  expect(bytes()).toContain('canario-en-el-disco');
  const done = await run('--scope', scope, '--entity', 'interview', '--code', 'E-DA-01');
  expect(done).toMatchObject({ code: 0, text: expect.stringContaining('Se borraron / Erased: 1 ops') });
  await store.close();
  expect(bytes()).not.toContain('canario-en-el-disco');
});

test.each([
  [[], 'Falta --scope'],
  [['--scope', 'program'], 'Falta --scope'],
  [['--scope', 'SCOPE'], 'Indique --entity o --op'],
  [['--scope', 'SCOPE', '--entity', 'interview'], 'indique --id, --code o --before'],
  [['--scope', 'SCOPE', '--op', 'x'], '--op no es el id'],
  [['--scope', 'SCOPE', '--entity', 'interview', '--before', 'ayer'], '--before es una fecha'],
  [['--scope', 'SCOPE', '--todo'], '--todo'],
  [['--scope', 'SCOPE', '--entity', 'interview', '--code', 'E-XX-99'], 'no se borró nada'],
])('a command line %j erases nothing and says why', async (argv, why) => {
  const { store, scope, run, bytes } = await aServer();
  const { code, text } = await run(...argv.map((word) => (word === 'SCOPE' ? scope : word)));
  expect(code).toBe(1);
  expect(text).toContain(why);
  expect(bytes()).toContain('canario-en-el-disco');
  await store.close();
});
