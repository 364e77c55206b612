import { sha256OfText } from '#core/bytes.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';

export const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
/** A session is moved forward at most once a day: not every request is a write. */
const RENEW_AFTER_MS = 24 * 60 * 60 * 1000;

type Tools = { readonly nowMs: () => number; readonly randomBytes: (count: number) => Uint8Array };

/** Opens a session; gives its 256-bit token, of which only the hash is stored. Sweeps out what has expired. */
export async function startSession(tx: StoreTransaction, userId: string, { nowMs, randomBytes }: Tools): Promise<{ token: string }> {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  await tx.people.deleteSessionsBefore(nowMs());
  await tx.people.addSession({ tokenHash: sha256OfText(token), userId, expiresAtMs: nowMs() + SESSION_MS });
  return { token };
}

export type LiveSession = { readonly userId: string; readonly tokenHash: string; readonly renewed: boolean };

/** The session of a token, moved to 30 days from now where it is over a day old; nothing where it has ended. */
export async function useSession(store: Store, token: string, nowMs: number): Promise<LiveSession | undefined> {
  const tokenHash = sha256OfText(token);
  return store.transaction(async (tx) => {
    const session = await tx.people.sessionByHash(tokenHash);
    if (!session || session.expiresAtMs <= nowMs) return undefined;
    const renewed = session.expiresAtMs < nowMs + SESSION_MS - RENEW_AFTER_MS;
    if (renewed) await tx.people.extendSession(tokenHash, nowMs + SESSION_MS);
    return { userId: session.userId, tokenHash, renewed };
  });
}
