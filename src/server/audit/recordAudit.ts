import type { AuditAction } from '#core/admin/auditActions.ts';
import { canonicalJson, type Json } from '#core/json.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { chainOfEntry } from './auditChain.ts';

export type AuditedAct = {
  readonly action: AuditAction;
  /** What it was done to, by id. */
  readonly subject: string;
  readonly atMs: number;
  /** User id; '' where nobody is signed in, or the operator acts on the server itself. */
  readonly actor: string;
  readonly device?: string | undefined;
  readonly ip?: string | undefined;
  /** Names and ids only, never what people wrote. */
  readonly detail?: { readonly [key: string]: Json };
};

/**
 * Writes an act into the audit log, in the transaction of the act: neither is there without the other. Call it last:
 * whoever else writes into the log waits from here to the end of the transaction.
 */
export async function recordAudit(tx: StoreTransaction, { action, subject, atMs, actor, device = '', ip = '', detail = {} }: AuditedAct): Promise<void> {
  const head = await tx.audit.lockHead();
  const entry = { seq: head.seq + 1, at: new Date(atMs).toISOString(), actor, device, ip, action, subject, detail: canonicalJson(detail) };
  await tx.audit.append({ ...entry, chain: chainOfEntry(head.chain, entry) });
}
