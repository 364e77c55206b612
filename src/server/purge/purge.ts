import { recordAudit, type AuditedAct } from '#server/audit/recordAudit.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { eraseOps } from './eraseOps.ts';
import { findToPurge, type FoundOp, type PurgeRequest } from './findToPurge.ts';
import type { PurgedList } from './purgedList.ts';

export type PurgePlaces = {
  readonly fileBytes: FileBytes;
  readonly purgedList: PurgedList;
};

export type PurgeOutcome = {
  readonly found: readonly FoundOp[];
  /** Of those found, the ones that had been purged before. */
  readonly before: number;
};

/** Says what a purge would erase, and changes nothing. */
export async function checkPurge(tx: StoreTransaction, request: PurgeRequest): Promise<PurgeOutcome> {
  return outcomeOf(await findToPurge(tx, request));
}

/**
 * Erases the words of the ops that the request names. The list beside the database decides: it is durable before the database changes,
 * so that neither a crash nor a back-up brings back what somebody was promised to be gone. The same again changes nothing.
 */
export async function purge(
  tx: StoreTransaction, { fileBytes, purgedList }: PurgePlaces, request: PurgeRequest, by: Pick<AuditedAct, 'actor' | 'atMs' | 'device' | 'ip'>,
): Promise<PurgeOutcome> {
  const found = await findToPurge(tx, request);
  const at = new Date(by.atMs).toISOString();
  const fresh = found.filter(({ purged }) => !purged).map(({ scope, id }) => ({ scope, id, at }));
  if (fresh.length > 0) {
    purgedList.append(fresh);
    await eraseOps(tx, fileBytes, fresh);
    const scopes = [...new Set(fresh.map(({ scope }) => scope))];
    await recordAudit(tx, {
      action: request.entity === 'interview' ? 'interview-purged' : 'purged', subject: scopes.join(' '), ...by, detail: { ops: fresh.map(({ id }) => id) },
    });
  }
  return outcomeOf(found);
}

const outcomeOf = (found: readonly FoundOp[]): PurgeOutcome => ({ found, before: found.filter(({ purged }) => purged).length });

/** Brings database and list together: an older database loses what was purged since, a list that was lost is written anew. */
export async function catchUpWithList(store: Store, { fileBytes, purgedList }: PurgePlaces): Promise<void> {
  await store.transaction(async (tx) => {
    purgedList.append(await tx.purges.all());
    await eraseOps(tx, fileBytes, purgedList.read());
  });
}
