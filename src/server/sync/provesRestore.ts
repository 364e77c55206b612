import { pageText, type Carried } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { isMacOf } from './scopeHome.ts';

/**
 * Whether something carried is a page of this very epoch whose end is not in the log: the server has given it and forgotten it since. It
 * was restored from a back-up, and nobody noticed.
 */
export async function provesRestore(tx: StoreTransaction, macKey: Uint8Array, epoch: string, carried: readonly Carried[]): Promise<boolean> {
  for (const one of carried) {
    if (one.kind !== 'page' || one.page.epoch !== epoch) continue;
    const [seq, id, h] = one.page.list.at(-1) ?? [];
    if (seq === undefined || !isMacOf(macKey, pageText(epoch, one.page), one.page.mac)) continue;
    const [stored] = await tx.ops.opsAfter(one.page.scope, seq - 1, 1);
    if (stored?.id !== id || stored?.h !== h) return true;
  }
  return false;
}
