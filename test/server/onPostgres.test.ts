import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { openPostgresStore } from '#server/store/postgresStore.ts';
import { startServer } from '#server/startServer.ts';
import { observation } from '#test/server/builders/serverWorld.ts';
import { testApp } from '#test/server/builders/testApp.ts';
import { newDatabase, onPostgres, withClient } from '#test/server/postgres/newDatabase.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-on-postgres-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OURS = "from pg_stat_activity where application_name = 'cotejo' and datname = current_database()";

test('[S27] a push whose database connection is lost is answered 503, leaves nothing half written, and can be sent again', async () => {
  const url = await newDatabase();
  const app = await testApp(await openPostgresStore({ url, pool: 4 }, 0));
  const tablet = await app.world.tablet('dale');
  const dale = await app.signIn('dale');
  const ops = [1, 2, 3].map(() => tablet.seal(observation(app.world.visit1, newUuid(app.world.ids))));
  const push = () => dale({ method: 'POST', url: '/api/sync', payload: tablet.request(ops) });

  await withClient(url, async (other) => {
    await other.query('begin');
    await other.query('select * from scope for update');
    const waiting = push();
    await vi.waitFor(async () => expect(await onPostgres(url, `select 1 ${OURS} and wait_event_type = 'Lock'`)).toHaveLength(1), { timeout: 20_000, interval: 20 });
    await onPostgres(url, `select pg_terminate_backend(pid) ${OURS}`);
    const answer = await waiting;
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    await other.query('rollback');
  });
  const scope = visitScope(app.world.visit1);
  expect(await app.world.store.transaction((tx) => tx.ops.opsAfter(scope, 0, 10))).toEqual([]);
  expect((await push()).json().results.map(({ status }: { status: string }) => status)).toEqual(['ok', 'ok', 'ok']);
  expect(await app.world.store.transaction((tx) => tx.ops.opsAfter(scope, 0, 10))).toHaveLength(3);
  await app.world.store.close();
});

test('a text that PostgreSQL does not keep is malformed, and breaks nothing', async () => {
  const app = await testApp(await openPostgresStore({ url: await newDatabase(), pool: 4 }, 0));
  const answer = await app.call({ method: 'POST', url: '/api/auth/params', payload: { email: 'a\u0000b' } });
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed']);
  await app.world.store.close();
});

test('[S28] the server starts on PostgreSQL, again and beside itself, but not with other keys, beside other files or without its database', async () => {
  const url = await newDatabase();
  const start = (dataFolder: string, database = { url, pool: 4 }, serverKeyFile?: string) =>
    startServer({ port: 0, host: '127.0.0.1', demo: false, dataFolder: join(folder, dataFolder), database, ...(serverKeyFile === undefined ? {} : { serverKeyFile }) }, undefined);
  const instances = [await start('shared'), await start('shared')];
  for (const instance of instances) {
    if (!instance.ok) throw new Error(instance.error.type);
    expect(instance.value.restored).toBe(false);
    expect((await fetch(`${instance.value.url}/api/me`)).status).toBe(401);
  }
  expect(await start('elsewhere')).toEqual({ ok: false, error: { type: 'other-server-key', path: join(folder, 'elsewhere', 'server.key') } });
  const key = join(folder, 'shared', 'server.key');
  expect(await start('elsewhere', undefined, key)).toEqual({ ok: false, error: { type: 'other-files-folder', path: join(folder, 'elsewhere', 'files') } });
  expect(await start('nowhere', { url: 'postgres://cotejo:secret@127.0.0.1:1/none', pool: 1 })).toMatchObject({ ok: false, error: { type: 'database-unreachable' } });
  for (const instance of instances) if (instance.ok) await instance.value.close();
});

test('[S11] a server on a dump that was restored into a new database gives it a new epoch, once', async () => {
  const [first, restored] = [await newDatabase(), await newDatabase()];
  const start = async (url: string) => {
    const started = await startServer({ port: 0, host: '127.0.0.1', demo: false, dataFolder: folder, database: { url, pool: 2 } }, undefined);
    if (!started.ok) throw new Error(started.error.type);
    await started.value.close();
    const [row] = await onPostgres(url, "select value from meta where name = 'epoch'");
    return { restored: started.value.restored, epoch: row?.['value'] };
  };
  const before = await start(first);
  await (await openPostgresStore({ url: restored, pool: 1 }, 0)).close();
  // As pg_restore does: every row as it was, what the cluster said of itself included.
  const rows = await onPostgres(first, 'select * from meta');
  await withClient(restored, async (client) => {
    for (const row of rows) await client.query('insert into meta (name, value) values ($1, $2)', [row['name'], row['value']]);
  });
  const after = await start(restored);
  expect([before.restored, after.restored]).toEqual([false, true]);
  expect(after.epoch).not.toBe(before.epoch);
  expect(await start(restored)).toEqual({ restored: false, epoch: after.epoch });
});
