import type { SyncAnswer } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RolesByScope } from './rolesOf.ts';

/** Ids in one answer. */
const AT_MOST = 5_000;

/** What was purged after the tablet's cursors in the granted scopes. A scope without news has no entry. */
export async function purgesAfter(
  tx: StoreTransaction, roles: RolesByScope, cursors: Readonly<Record<string, number>>,
): Promise<{ readonly purged: NonNullable<SyncAnswer['purged']>; readonly more: boolean }> {
  const purged: NonNullable<SyncAnswer['purged']> = [];
  let left = AT_MOST;
  for (const scope of roles.keys()) {
    const after = Object.hasOwn(cursors, scope) ? (cursors[scope] ?? 0) : 0;
    const rows = await tx.purges.after(scope, after, left + 1);
    const taken = rows.slice(0, left);
    const last = taken.at(-1);
    if (last) purged.push({ scope, n: last.n, ids: taken.map(({ id }) => id) });
    if (rows.length > left) return { purged, more: true };
    left -= taken.length;
  }
  return { purged, more: false };
}
