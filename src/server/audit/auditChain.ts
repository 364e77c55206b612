import { sha256OfText } from '#core/bytes.ts';
import { canonicalJson } from '#core/json.ts';
import type { AuditEntry } from '#server/store/auditTable.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import type { StoreTransaction } from '#server/store/store.ts';

const ENTRIES_AT_A_TIME = 1_000;

export const chainOfEntry = (previous: string, { seq, at, actor, device, ip, action, subject, detail }: Omit<AuditEntry, 'chain'>): string =>
  sha256OfText(previous + canonicalJson({ seq, at, actor, device, ip, action, subject, detail }));

/** The `seq` of the first entry that was changed, removed or put in; nothing where the whole log is as it was written. */
export async function firstBrokenEntry(tx: StoreTransaction): Promise<number | undefined> {
  const head = await tx.audit.lockHead();
  let last = { seq: 0, chain: FIRST_CHAIN };
  for (;;) {
    const entries = await tx.audit.inOrder(last.seq, ENTRIES_AT_A_TIME);
    for (const entry of entries) {
      if (entry.seq !== last.seq + 1 || entry.chain !== chainOfEntry(last.chain, entry)) return last.seq + 1;
      last = entry;
    }
    if (entries.length < ENTRIES_AT_A_TIME) break;
  }
  return last.seq === head.seq && last.chain === head.chain ? undefined : Math.min(last.seq, head.seq) + 1;
}
