import { expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { openPostgresStore } from '#server/store/postgresStore.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import { setUpStore } from '#server/store/setUpStore.ts';
import { StoreUnavailable } from '#server/store/storeUnavailable.ts';
import { handleSync } from '#server/sync/handleSync.ts';
import { observation, serverWorld } from '#test/server/builders/serverWorld.ts';
import { newDatabase, onPostgres } from '#test/server/postgres/newDatabase.ts';
import { account, AGENCY, id } from '#test/server/builders/storeRows.ts';
import { storeContract } from './storeContract.ts';

vi.setConfig({ testTimeout: 60_000 });

const open = (url: string, pool = 4) => openPostgresStore({ url, pool }, 0);

storeContract('PostgreSQL', async () => open(await newDatabase()));

const PUSHERS = 20;
const PUSHES = 4;

test('[S7] twenty tablets push into one visit through two instances, and a reader never sees a hole', async () => {
  const url = await newDatabase();
  const instances = [await open(url, 6), await open(url, 6)] as const;
  const world = await serverWorld(instances[0]);
  const visit = visitScope(world.visit1);
  let pushing = PUSHERS;
  const push = async (index: number): Promise<readonly string[]> => {
    const tablet = await world.tablet('dale');
    const deps = { ...world.deps, store: instances[index % 2 === 0 ? 0 : 1] };
    const ids: string[] = [];
    for (let i = 0; i < PUSHES; i++) {
      const ops = [1, 2].map(() => tablet.seal(observation(world.visit1, newUuid(world.ids))));
      const answer = await handleSync(deps, { userId: world.users.dale }, tablet.request(ops));
      expect(answer.results.map(({ status }) => status)).toEqual(['ok', 'ok']);
      ids.push(...ops.map((op) => op.id));
    }
    pushing -= 1;
    return ids;
  };
  const read = async (): Promise<readonly string[]> => {
    const marta = await world.tablet('marta');
    const seen: string[] = [];
    let epoch = '';
    for (let last = false; !last;) {
      last = pushing === 0;
      const request = marta.request([], { epoch, cursors: { [visit]: seen.length } });
      const answer = await handleSync({ ...world.deps, store: instances[1] }, { userId: world.users.marta }, request);
      epoch = answer.epoch;
      const list = answer.pages.find(({ scope }) => scope === visit)?.list ?? [];
      expect(list.map(([seq]) => seq)).toEqual(list.map((_, i) => seen.length + i + 1));
      seen.push(...list.map(([, opId]) => opId));
    }
    return seen;
  };
  const [seen, ...pushed] = await Promise.all([read(), ...Array.from({ length: PUSHERS }, (_, i) => push(i))]);
  expect([...seen].sort()).toEqual(pushed.flat().sort());
  expect(seen).toHaveLength(PUSHERS * PUSHES * 2);
  await Promise.all(instances.map((store) => store.close()));
});

test('two transactions that make the same scope at once make it once', async () => {
  const store = await open(await newDatabase());
  await store.transaction((tx) => tx.people.addAccount(account(11)));
  const make = () => store.transaction(async (tx) => {
    if (await tx.ops.scopeById(AGENCY)) return 'there';
    await new Promise((resolve) => { setImmediate(resolve); });
    await tx.ops.addScope({ id: AGENCY, agency: id(1), createdBy: id(11), seq: 0, chain: FIRST_CHAIN });
    return 'made';
  });
  expect((await Promise.all([make(), make(), make()])).sort()).toEqual(['made', 'there', 'there']);
  await store.close();
});

test('instances that start together on an empty database prepare it once', async () => {
  const url = await newDatabase();
  const stores = await Promise.all([open(url), open(url), open(url)]);
  let made = 0;
  const set = await Promise.all(stores.map((store) => setUpStore(store, () => id(++made))));
  expect(new Set(set.map(({ installationId }) => installationId)).size).toBe(1);
  await Promise.all(stores.map((store) => store.close()));
});

test('[S27] a connection that is lost inside a transaction leaves nothing half written, and the next transaction works', async () => {
  const url = await newDatabase();
  const store = await open(url);
  const lost = store.transaction(async (tx) => {
    await tx.meta.set('epoch', 'half');
    await onPostgres(url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cotejo'");
    await tx.meta.set('installationId', 'other half');
  });
  await expect(lost).rejects.toThrow(StoreUnavailable);
  expect(await store.transaction(async (tx) => [await tx.meta.get('epoch'), await tx.meta.get('installationId')])).toEqual([undefined, undefined]);
  await store.close();
});

test('a database that is not there is said so, and not with its password', async () => {
  const failed = await openPostgresStore({ url: 'postgres://cotejo:secret@127.0.0.1:1/none', pool: 1 }, 0).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StoreUnavailable);
  expect(JSON.stringify(failed, ['message', 'cause', 'stack'])).not.toContain('secret');
});

test('[S11] a dump that was restored into another database is noticed there', async () => {
  const url = await newDatabase();
  const [first, other] = [await open(url), await open(await newDatabase())];
  expect(first.identity).toMatch(/^\d+\/\d+\/\d+$/);
  expect(other.identity).not.toBe(first.identity);
  const again = await open(url);
  expect(again.identity).toBe(first.identity);
  await Promise.all([first, other, again].map((store) => store.close()));
});

test('a scope that somebody moves is waited for, and what was read before is read again', async () => {
  const store = await open(await newDatabase());
  await store.transaction(async (tx) => {
    await tx.people.addAccount(account(11));
    await tx.ops.addScope({ id: agencyScope(id(1)), agency: id(1), createdBy: id(11), seq: 0, chain: FIRST_CHAIN });
  });
  const append = () => store.transaction(async (tx) => {
    const head = (await tx.ops.lockScopes([AGENCY])).get(AGENCY);
    await tx.ops.moveHead(AGENCY, (head?.seq ?? 0) + 1, FIRST_CHAIN);
  });
  await Promise.all(Array.from({ length: 8 }, append));
  expect((await store.transaction((tx) => tx.ops.scopeById(AGENCY)))?.seq).toBe(8);
  await store.close();
});
