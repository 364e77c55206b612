import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { openPostgresStore } from '#server/store/postgresStore.ts';
import { runVerify } from '#server/verify/verifyCommand.ts';
import { verifyStore, type Damage } from '#server/verify/verifyStore.ts';
import { anInstallation, type Installation } from '#test/server/backup/backedUp.ts';
import { observation, serverWorld } from '#test/server/builders/serverWorld.ts';
import { newDatabase } from '#test/server/postgres/newDatabase.ts';
import { newUuid } from '#core/ids.ts';

vi.setConfig({ testTimeout: 60_000 });

let it: Installation;
beforeEach(async () => {
  it = await anInstallation();
  for (let n = 1; n <= 5; n++) await it.note(`Nota ${n}`);
});
afterEach(() => it.dispose());

async function damages(): Promise<readonly Damage[]> {
  const found: Damage[] = [];
  await verifyStore(it, (damage) => found.push(damage));
  return found;
}

/** As a disk that rots, or somebody who may write to it: past the server. */
function tamper(sql: string, ...values: readonly unknown[]): void {
  const database = new Database(it.database);
  database.prepare(sql).run(...values);
  database.close();
}

test('[B1] an installation that nobody touched is as it was written', async () => {
  await it.upload('plano', 2 * CHUNK_BYTES + 5);
  expect(await verifyStore(it, () => undefined)).toEqual({ scopes: 4, ops: 5, files: 1, damaged: 0 });
});

test('[B1] one changed letter in what somebody wrote is found, in its place and in no other', async () => {
  tamper("update op set body = replace(body, 'Nota 3', 'Nota 8') where body like '%Nota 3%'");
  expect(await damages()).toEqual([{ type: 'op', scope: it.scope, seq: 3, id: expect.any(String) }]);
});

test('[B1] a changed author beside an op, a broken chain, a removed op and another head are found', async () => {
  tamper('update op set actor = ? where seq = 2', it.world.users.nuria);
  tamper("update op set chain = ? where seq = 3", 'f'.repeat(64));
  expect(await damages()).toEqual([
    { type: 'op-columns', scope: it.scope, seq: 2, id: expect.any(String) },
    { type: 'chain', scope: it.scope, seq: 3 }, { type: 'chain', scope: it.scope, seq: 4 },
  ]);
  tamper('delete from op where seq = 5');
  expect(await damages()).toContainEqual({ type: 'head', scope: it.scope });
  tamper('delete from op where seq = 4');
  tamper('update scope set seq = 3 where id = ?', it.scope);
  expect((await damages()).map(({ type }) => type)).toContain('head');
});

test('[B1] an op that was taken out of the middle is a hole', async () => {
  tamper('delete from op where seq = 3');
  expect(await damages()).toEqual([{ type: 'hole', scope: it.scope, seq: 3 }, { type: 'chain', scope: it.scope, seq: 4 }]);
});

test('[B1] a flipped byte in a file and a piece that is gone are found', async () => {
  const [flipped, gone] = [await it.upload('primero'), await it.upload('segundo', 2 * CHUNK_BYTES)];
  const folder = join(it.dataFolder, 'files', it.scope.replace(':', '-'));
  const piecesOf = (sha256: string): readonly string[] => readdirSync(folder, { recursive: true }).map(String).filter((name) => name.includes(sha256) && statSync(join(folder, name)).isFile());
  const [piece = ''] = piecesOf(flipped);
  const bytes = readFileSync(join(folder, piece));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(join(folder, piece), bytes);
  const chunks = await it.store.transaction((tx) => tx.files.chunks(it.scope, gone));
  await it.bytes.drop({ scope: it.scope, sha256: gone }, [chunks.get(1)?.piece ?? '']);
  expect(new Set(await damages())).toEqual(new Set([{ type: 'file-hash', scope: it.scope, sha256: flipped }, { type: 'file-incomplete', scope: it.scope, sha256: gone }]));
});

test('[B1] a quarantined op that cannot be read any more and a changed audit log are found', async () => {
  tamper("insert into quarantine (id, h, reason, field, body, received_at, received_from) values ('q', 'h', 'no-grant', '', '{\"op\":', '', '')");
  expect(await damages()).toEqual([{ type: 'quarantine', id: 'q' }]);
});

test('the command says in both languages what is damaged and where, and ends with 1', async () => {
  tamper("update op set body = replace(body, 'Nota 3', 'Nota 8') where body like '%Nota 3%'");
  const [printed, errors]: [string[], string[]] = [[], []];
  const status = await runVerify({ verify: (report) => verifyStore(it, report), print: (line) => printed.push(line), printError: (line) => errors.push(line) });
  expect(status).toBe(1);
  expect(errors.join('\n')).toMatch(/seq 3: op .* is not what was hashed\n.*la operación .* no es la que se firmó/);
  expect(printed.join('\n')).toContain('damaged: 1');
});

test('[B1] PostgreSQL is verified by the same command', async () => {
  const store = await openPostgresStore({ url: await newDatabase(), pool: 2 }, 0);
  const world = await serverWorld(store);
  const dale = await world.tablet('dale');
  await dale.write(...[1, 2, 3].map((n) => observation(world.visit1, newUuid(world.ids), `Nota ${n}`)));
  expect(await verifyStore({ store, bytes: memoryFileBytes() }, () => undefined)).toEqual({ scopes: 4, ops: 3, files: 0, damaged: 0 });
  await store.close();
});
