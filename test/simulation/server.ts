import * as v from 'valibot';
import { syncAnswer, syncRequest, type SyncAnswer, type SyncRequest } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { handleSync, type SyncDeps } from '#server/sync/handleSync.ts';
import { DeviceUnknown, HashesWanted } from '#server/sync/proveBatch.ts';
import { mustHold } from './broken.ts';
import type { Witness } from './witness.ts';

/** The power goes off in the server's machine: nobody gets an answer, and what was not committed is gone. */
class ServerDied extends Error {}

export type Server = {
  /** From a tablet of ours. Nothing comes back when the server dies, at its so-and-so-many-th read or write of the request. */
  readonly sync: (userId: string, request: SyncRequest, diesAt?: number) => Promise<Answered | undefined>;
  /** From whoever has the person's session. */
  readonly fromAnybody: (userId: string, request: SyncRequest) => Promise<Answered>;
};

type Answered = Result<SyncAnswer, ApiFailure>;

/** The real handling of a request, with the schema of the route before it and the tablet's behind it. */
export function aServer(deps: SyncDeps, witness: Witness, restored: () => boolean): Server {
  const answered = async (store: Store, userId: string, request: SyncRequest): Promise<Answered> => {
    v.assert(syncRequest, request);
    try {
      const answer = await handleSync({ ...deps, store }, { userId }, request);
      v.assert(syncAnswer, answer);
      await onlyGranted(deps.store, userId, answer);
      for (const { id, status } of answer.results) if (status === 'held') witness.held.add(id);
      return ok(answer);
    } catch (cause) {
      if (cause instanceof HashesWanted) return err({ type: 'refused', status: 422, code: 'hashes-wanted' });
      if (cause instanceof DeviceUnknown) return err({ type: 'refused', status: 409, code: 'device-unknown' });
      throw cause;
    }
  };
  return {
    fromAnybody: (userId, request) => answered(deps.store, userId, request),
    sync: async (userId, request, diesAt) => {
      // What goes up again after a restore no longer knows what it was written together with.
      if (!restored()) await arriveTogether(deps.store, request, witness);
      try {
        return await answered(diesAt === undefined ? deps.store : dyingStore(deps.store, diesAt), userId, request);
      } catch (cause) {
        if (cause instanceof ServerDied) return undefined;
        throw cause;
      }
    },
  };
}

/** A push holds all ops of a seal, or the server has the others already: of a page that was cut the acknowledged ones do not come again. */
async function arriveTogether(store: Store, request: SyncRequest, witness: Witness): Promise<void> {
  const ids = new Set(request.ops.map((op) => op.id));
  const seals = new Set([...ids].flatMap((id) => witness.ops.get(id)?.seal ?? []));
  const missing = [...seals].flatMap((seal) => witness.seals.get(seal) ?? []).filter((id) => !ids.has(id));
  if (missing.length === 0) return;
  const known = await store.transaction((tx) => tx.ops.knownOps(missing));
  for (const id of missing) mustHold('seal', known.has(id), () => `what was written together with ${id} is pushed without it`);
}

async function onlyGranted(store: Store, userId: string, answer: SyncAnswer): Promise<void> {
  const granted = new Set(await store.transaction(async (tx) => (await tx.people.grantsOf(userId)).map(({ scope }) => scope)));
  for (const { scope } of answer.pages) mustHold('foreign', granted.has(scope), () => `${userId} is sent a page of ${scope}`);
}

function dyingStore(store: Store, diesAt: number): Store {
  let left = diesAt;
  const dying = <T extends object>(tables: T): T =>
    new Proxy(tables, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]): unknown => {
          left -= 1;
          if (left < 0) throw new ServerDied();
          return Reflect.apply(value, target, args);
        };
      },
    });
  return {
    ...store,
    transaction: (work, options) =>
      store.transaction(async (tx) => work(Object.fromEntries(Object.entries(tx).map(([name, tables]) => [name, dying(tables)])) as StoreTransaction), options),
  };
}
