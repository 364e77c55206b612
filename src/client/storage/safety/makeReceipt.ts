import type { ScopeId } from '#core/op/scope.ts';
import { receiptOf, type Confirmation, type Receipt } from '#core/visit/receipt.ts';
import type { Replica } from '#client/storage/log/replica.ts';

/** From the pages on the disk: they hold what the server said, and when. */
export async function makeReceipt(replica: Replica, scopes: readonly ScopeId[]): Promise<Receipt> {
  const confirmations = new Map<string, Confirmation>();
  for (const { pages } of await replica.segments(new Set(scopes))) {
    for (const { epoch, list, confirmedAtMs } of pages) {
      // A page of an earlier epoch tells what a server knew that was restored since.
      if (epoch === replica.epoch()) for (const [seq, id] of list) confirmations.set(id, { seq, confirmedAtMs });
    }
  }
  return receiptOf(scopes.map((scope) => [scope, replica.state(scope)] as const), confirmations, replica.held());
}
