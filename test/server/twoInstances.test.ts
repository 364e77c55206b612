import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import { visitScope } from '#core/op/scope.ts';
import { syncAnswer, type SyncAnswer, type SyncRequest } from '#core/protocol/wire.ts';
import { openPostgresStore } from '#server/store/postgresStore.ts';
import type { Store } from '#server/store/store.ts';
import { observation, serverWorld, SIGN_IN_KEY, type Name, type TestTablet } from './builders/serverWorld.ts';
import { openEvents } from './live/eventReader.ts';
import { newDatabase } from './postgres/newDatabase.ts';
import { buildIfOld, startBuilt, type BuiltServer } from './startBuilt.ts';

const TABLETS = 6;
const PUSHES = 6;
const JSON_TYPE = { 'content-type': 'application/json' };

let folder = '';
let running: BuiltServer[] = [];
let store: Store | undefined;
beforeAll(buildIfOld, 180_000);
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-two-')); });
afterEach(async () => {
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  running = [];
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One installation: a world in PostgreSQL, and as many instances as are asked for on one database and one folder. */
async function installation() {
  const url = await newDatabase();
  store = await openPostgresStore({ url, pool: 4 }, 0);
  const world = await serverWorld(store);
  const start = async (): Promise<BuiltServer> => {
    const server = await startBuilt({ DATABASE_URL: url, DATABASE_POOL: '6', DATA_DIR: folder });
    running.push(server);
    return server;
  };
  return { world, store, start };
}

async function signIn(server: BuiltServer, name: Name): Promise<string> {
  const answer = await fetch(`${server.url}/api/auth/sign-in`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ email: `${name}@example.org`, signInKey: SIGN_IN_KEY }) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 204 || cookie === undefined) throw new Error(`sign-in failed: ${answer.status}`);
  return cookie;
}

async function sync(server: BuiltServer, cookie: string, request: SyncRequest): Promise<SyncAnswer> {
  const answer = await fetch(`${server.url}/api/sync`, { method: 'POST', headers: { ...JSON_TYPE, cookie }, body: JSON.stringify(request) });
  if (!answer.ok) throw new TypeError(`${answer.status}`);
  return v.parse(syncAnswer, await answer.json());
}

test('[V4] what is pushed to one instance is heard at once through the other, and photos of one are read from the other', { timeout: 120_000 }, async () => {
  const { world, start } = await installation();
  const [one, other] = await Promise.all([start(), start()]);
  expect(await (await fetch(`${other.url}/api/health`)).json()).toEqual({ database: true, files: true });
  // A session is everybody's: it was opened at one instance and is used at the other.
  const [dale, marta] = [await signIn(one, 'dale'), await signIn(one, 'marta')];
  const events = await openEvents(other.url, { cookie: marta });
  expect(await events.next()).toBe(': open');

  const tablet = await world.tablet('dale');
  const op = tablet.seal(observation(world.visit1, newUuid(world.ids)));
  await sync(one, dale, tablet.request([op]));
  const visit = visitScope(world.visit1);
  expect(await events.next()).toBe(`scope ${JSON.stringify({ scope: visit, seq: 1 })}`);
  const pulled = await sync(other, marta, { ...tablet.request([]), cursors: {}, epoch: '' });
  expect(pulled.pages.find(({ scope }) => scope === visit)?.list.map(([, id]) => id)).toEqual([op.id]);

  const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5_000, 7)]);
  const file = `/api/files/${visit}/${createHash('sha256').update(photo).digest('hex')}`;
  const put = await fetch(`${one.url}${file}/chunks/0?total=1`, { method: 'PUT', body: photo, headers: { 'content-type': 'application/octet-stream', cookie: dale } });
  expect(await put.json()).toMatchObject({ verified: true });
  const got = await fetch(`${other.url}${file}/content`, { headers: { cookie: marta } });
  expect(Buffer.from(await got.arrayBuffer()).equals(photo)).toBe(true);

  // With a stream open, too, an instance that is told to stop ends by itself.
  other.process.kill('SIGTERM');
  expect(await other.ended).toBe(0);
  expect(await events.next()).toBeUndefined();
});

test('[S1] [S7] an instance is killed in the middle of pushes: all that was acknowledged is there, nothing twice, and the other goes on', { timeout: 120_000 }, async () => {
  const { world, store: database, start } = await installation();
  const [doomed, other] = await Promise.all([start(), start()]);
  const cookie = await signIn(doomed, 'dale');
  const acknowledged = new Set<string>();
  const sent: string[] = [];
  const killAt = (TABLETS * PUSHES) / 3;
  let again = 0;

  /** As a tablet does: what was not acknowledged is sent again, by whichever instance answers. */
  const pushAll = async (tablet: TestTablet, index: number): Promise<void> => {
    for (let push = 0; push < PUSHES; push++) {
      const ops = Array.from({ length: 1 + (push % 3) }, () => tablet.seal(observation(world.visit1, newUuid(world.ids))));
      sent.push(...ops.map(({ id }) => id));
      const request = tablet.request(ops);
      for (let attempt = index; ; attempt++) {
        const server = attempt % 2 === 0 ? doomed : other;
        try {
          const answer = await sync(server, cookie, request);
          expect(answer.results.filter(({ status }) => status !== 'ok' && status !== 'duplicate')).toEqual([]);
          break;
        } catch (error) {
          // fetch says so of a server that is not there (any more).
          if (!(error instanceof TypeError)) throw error;
          again += 1;
        }
      }
      for (const { id } of ops) acknowledged.add(id);
      // In the turn of this acknowledgement the pushes of the other tablets are under way.
      if (acknowledged.size >= killAt) doomed.process.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: TABLETS }, async (_, index) => pushAll(await world.tablet('dale'), index)));
  expect(await doomed.ended).toBe('SIGKILL');
  expect(again).toBeGreaterThan(0);

  const scope = visitScope(world.visit1);
  const { ops, head } = await database.transaction(async (tx) => ({ ops: await tx.ops.opsAfter(scope, 0, 10_000), head: await tx.ops.scopeById(scope) }));
  expect(ops.map(({ id }) => id).sort()).toEqual([...sent].sort());
  expect([...acknowledged].sort()).toEqual([...sent].sort());
  let chain = FIRST_CHAIN;
  ops.forEach((op, index) => {
    chain = chainAfter(chain, op.h);
    expect([op.seq, op.chain]).toEqual([index + 1, chain]);
  });
  expect(head).toMatchObject({ seq: ops.length, chain });

  const back = await start();
  const tablet = await world.tablet('dale');
  const list = (answer: SyncAnswer) => answer.pages.find((page) => page.scope === scope)?.list;
  expect(list(await sync(back, cookie, tablet.request([])))).toEqual(list(await sync(other, cookie, tablet.request([]))));
});
