import type { SyncRequest } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** Which of the ops that a tablet believes to be held are not here at all. Who does not know an op's hash learns nothing of it. */
export async function notHeld(tx: StoreTransaction, { held = [] }: Pick<SyncRequest, 'held'>): Promise<readonly string[]> {
  if (held.length === 0) return [];
  const known = new Map(await tx.ops.knownOps(held.map(([id]) => id)));
  return held.flatMap(([id, h]) => (known.get(id)?.h === h ? [] : [id]));
}
