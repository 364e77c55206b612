import type { Op } from '#core/op/op.ts';
import type { CounterAlarm, HeldOp, StoredOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { appendToScopes } from './appendToScopes.ts';
import { linkSharedFiles } from './sharedPhoto.ts';

/** An op that was accepted or is held, with the batch that proves it. */
export type KeptOp = { readonly op: Op; readonly body: string; readonly status: 'ok' | 'held'; readonly batch: string };

export type HowItCame = { readonly receivedAt: string; readonly receivedFrom: string; readonly via: HeldOp['via'] };

/** Puts ops where they belong, in their order: the log of their scope, or among those that wait for a newer build. Gives what the logs gained. */
export async function keepOps(tx: StoreTransaction, kept: readonly KeptOp[], how: HowItCame): Promise<readonly StoredOp[]> {
  if (kept.length === 0) return [];
  await tx.ops.addAlarms(await alarmsFor(tx, kept.map(({ op }) => op), how.receivedAt));
  const rows = (status: KeptOp['status']): HeldOp[] => kept.flatMap((one) => (one.status === status ? [rowOf(one, how)] : []));
  const appended = await appendToScopes(tx, rows('ok'));
  await tx.ops.holdOps(rows('held'));
  for (const { op, status } of kept) if (status === 'ok') await linkSharedFiles(tx, op);
  return appended;
}

function rowOf({ op, body, batch }: KeptOp, how: HowItCame): HeldOp {
  const { scope, id, h, entity, entityId, actor, device, n } = op;
  return { scope, id, h, entity, entityId, actor, device, n, batch, body, ...how };
}

/** Two ops with one counter of one device: a cloned tablet. */
async function alarmsFor(tx: StoreTransaction, ops: readonly Op[], at: string): Promise<readonly CounterAlarm[]> {
  const alarms: CounterAlarm[] = [];
  for (const device of new Set(ops.map((op) => op.device))) {
    const own = ops.filter((op) => op.device === device);
    const ids = new Map(await tx.ops.idsByCounter(device, own.map(({ n }) => n)));
    for (const { id, n } of own) {
      const firstId = ids.get(n);
      if (firstId === undefined) ids.set(n, id);
      else if (firstId !== id) alarms.push({ device, n, firstId, otherId: id, at });
    }
  }
  return alarms;
}
