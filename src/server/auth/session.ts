import { sha256OfText } from '#core/bytes.ts';
import type { Erase } from '#core/protocol/wire.ts';
import type { Session } from '#server/store/peopleTables.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { noteContact, ownDevice } from './deviceContact.ts';

export const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
/** A session is moved forward at most once a day: not every request is a write. */
const RENEW_AFTER_MS = 24 * 60 * 60 * 1000;

type Tools = { readonly nowMs: () => number; readonly randomBytes: (count: number) => Uint8Array };

/** Opens a session; gives its 256-bit token, of which only the hash is stored. Sweeps out what has expired. */
export async function startSession(tx: StoreTransaction, userId: string, named: string | undefined, { nowMs, randomBytes }: Tools): Promise<{ token: string }> {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  await tx.people.deleteSessionsBefore(nowMs());
  await tx.people.addSession({
    tokenHash: sha256OfText(token), userId, expiresAtMs: nowMs() + SESSION_MS, startedAt: new Date(nowMs()).toISOString(),
    device: (await ownDevice(tx, userId, named)) ?? '',
  });
  return { token };
}

export type LiveSession = {
  readonly userId: string;
  readonly tokenHash: string;
  readonly renewed: boolean;
  /** The device that it is used from; '' until one has named itself. */
  readonly device: string;
  /** The device was taken back: it may send, if at all, and is given nothing. */
  readonly erase: Erase | undefined;
};

/**
 * The session of a token, moved to 30 days from now where it is over a day old; nothing where it has ended, or where its person's
 * account was closed and the device has nothing left to be told.
 */
export async function useSession(store: Store, token: string, named: string | undefined, nowMs: number): Promise<LiveSession | undefined> {
  const tokenHash = sha256OfText(token);
  return store.transaction(async (tx) => {
    const session = await tx.people.sessionByHash(tokenHash);
    if (!session || session.expiresAtMs <= nowMs) return undefined;
    const device = await boundDevice(tx, session, named);
    const erase = device === '' ? undefined : (await noteContact(tx, device, nowMs)).erase || undefined;
    if (erase === undefined && (await isClosed(tx, session))) return undefined;
    const renewed = session.expiresAtMs < nowMs + SESSION_MS - RENEW_AFTER_MS;
    if (renewed) await tx.people.extendSession(tokenHash, nowMs + SESSION_MS);
    return { userId: session.userId, tokenHash, renewed, device, erase };
  });
}

/** Whether a session may still be told anything: not after its end, nor once its device was taken back or its account closed. */
export async function mayHear(tx: StoreTransaction, session: Session, nowMs: number): Promise<boolean> {
  if (session.expiresAtMs <= nowMs || (await isClosed(tx, session))) return false;
  return session.device === '' || !(await tx.people.deviceState(session.device))?.erase;
}

const isClosed = async (tx: StoreTransaction, { userId }: Session): Promise<boolean> => (await tx.people.accountById(userId))?.disabledAt !== undefined;

/** A session stays with a device that was taken back, whatever the request says: leaving the header out opens nothing. */
async function boundDevice(tx: StoreTransaction, { tokenHash, userId, device }: Session, named: string | undefined): Promise<string> {
  const own = await ownDevice(tx, userId, named);
  if (own === undefined || own === device) return device;
  if (device !== '' && (await tx.people.deviceState(device))?.erase) return device;
  await tx.people.bindSession(tokenHash, own);
  return own;
}
