import type { Json } from '#core/json.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { visitKeys as visitKeysSchema, type VisitKey } from '#core/protocol/wire.ts';
import type { Database } from '#client/storage/database/database.ts';
import * as v from 'valibot';
import type { RowCipher } from './rowCipher.ts';

/** The keys under which files pass between the tablets of a visit's team, as last heard from the server. */
export type VisitKeyRing = {
  /** The newest key of a visit; `undefined` where this tablet was never given one. */
  readonly newest: (scope: ScopeId) => VisitKey | undefined;
  readonly byId: (id: string) => VisitKey | undefined;
  /** All of them: what is left out is forgotten, with the visit that the person has left. */
  readonly save: (keys: ReadonlyMap<ScopeId, readonly VisitKey[]>) => Promise<void>;
};

export async function openVisitKeys(db: Database, cipher: RowCipher): Promise<VisitKeyRing> {
  const row = await db.vault.get('visit-keys');
  let keys = row?.key === 'visit-keys' ? await cipher.open('vault', 'visit-keys', row.body, readKeys) : new Map<ScopeId, readonly VisitKey[]>();
  return {
    newest: (scope) => keys.get(scope)?.at(-1),
    byId: (id) => [...keys.values()].flat().find((key) => key.id === id),
    save: async (fresh) => {
      keys = fresh;
      await db.vault.put({ key: 'visit-keys', body: await cipher.seal('vault', 'visit-keys', [...fresh]) });
    },
  };
}

const stored = v.array(v.tuple([v.custom<ScopeId>((scope) => typeof scope === 'string'), visitKeysSchema]));
const readKeys = (value: Json): ReadonlyMap<ScopeId, readonly VisitKey[]> => new Map(v.parse(stored, value));
