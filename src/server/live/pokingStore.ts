import type { Store, StoreTransaction } from '#server/store/store.ts';
import type { Pokes } from './pokes.ts';

/** Tables that decide neither who may read what nor who is signed in. A table that is added later counts as one that does. */
const NO_RIGHTS: ReadonlySet<string | symbol> = new Set<keyof StoreTransaction>(['meta', 'ops', 'editions', 'forms', 'files', 'audit']);
const WRITES = /^(add|delete|end|extend|put|remove|replace|revoke|set|update)[A-Z]/;
/** Writes that take nothing from anybody and give nothing to read. */
const HARMLESS: ReadonlySet<string> = new Set(['addSession', 'addDevice', 'extendSession', 'deleteSessionsBefore', 'setSignInFailures']);

/** The same store, which says after each commit which scopes have news and whether somebody's rights may have changed: no route needs to think of it. */
export function pokingStore(store: Store, pokes: Pokes): Store {
  return {
    ...store,
    async transaction(work, options) {
      let noted: Noted = { heads: new Map(), rights: false };
      const result = await store.transaction((tx) => {
        // The work may run again: only what was committed counts.
        noted = { heads: new Map(), rights: false };
        return work(watched(tx, noted));
      }, options);
      const scopes = [...noted.heads].map(([scope, seq]) => ({ scope, seq }));
      if (scopes.length > 0 || noted.rights) pokes.publish({ scopes, rights: noted.rights });
      return result;
    },
  };
}

type Noted = { readonly heads: Map<string, number>; rights: boolean };

function watched(tx: StoreTransaction, noted: Noted): StoreTransaction {
  const ops: StoreTransaction['ops'] = {
    ...tx.ops,
    moveHead(scope, seq, chain) {
      noted.heads.set(scope, seq);
      return tx.ops.moveHead(scope, seq, chain);
    },
  };
  return new Proxy({ ...tx, ops }, {
    get(target, name) {
      const table: unknown = Reflect.get(target, name);
      return NO_RIGHTS.has(name) || typeof table !== 'object' || table === null ? table : withWritesNoted(table, noted);
    },
  });
}

function withWritesNoted(table: object, noted: Noted): object {
  return new Proxy(table, {
    get(target, name) {
      if (typeof name === 'string' && WRITES.test(name) && !HARMLESS.has(name)) noted.rights = true;
      return Reflect.get(target, name);
    },
  });
}
