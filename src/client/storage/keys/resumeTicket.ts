import type { Database } from '#client/storage/database/database.ts';
import { unwrapDataKey, wrapDataKey } from './dataKey.ts';

/** How long a camera may keep the app waiting. */
export const TICKET_LIVES_MS = 10 * 60 * 1000;

/**
 * Leaves one row that opens the data once, without a password, so that a page killed by the camera comes back as it was.
 * The row holds a fresh non-extractable key and the data key wrapped by it. The risk that remains (whoever takes the tablet's
 * disk image within these minutes holds both halves) stands in the README.
 */
export async function leaveTicket(db: Database, dataKey: CryptoKey, nowMs: number): Promise<void> {
  const ticketKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
  const wrapped = await wrapDataKey(dataKey, ticketKey);
  await db.vault.put({ key: 'ticket', ticketKey, ...wrapped, madeAtMs: nowMs });
}

export async function takeBackTicket(db: Database): Promise<void> {
  // Asked first: nearly always there is none, and a read need not wait for the disk.
  if (await db.vault.get('ticket')) await db.vault.delete('ticket');
}

/** Deleted in the transaction that reads it: good once. Void when it lies in the future or is older than 10 minutes. */
export async function redeemTicket(db: Database, nowMs: number): Promise<CryptoKey | undefined> {
  const ticket = await db.transaction('rw', db.vault, async () => {
    const row = await db.vault.get('ticket');
    if (row) await db.vault.delete('ticket');
    return row;
  });
  if (ticket?.key !== 'ticket') return undefined;
  if (nowMs < ticket.madeAtMs || nowMs > ticket.madeAtMs + TICKET_LIVES_MS) return undefined;
  return unwrapDataKey(ticket, ticket.ticketKey);
}
