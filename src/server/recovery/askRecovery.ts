import { sha256OfText } from '#core/bytes.ts';
import { requestCode } from '#core/people/recoveryShare.ts';
import { RECOVERY_DAYS, sealedBox, type RecoveryList, type RecoveryRequest, type RecoveryState } from '#core/protocol/identityWire.ts';
import { err, ok, type Result } from '#core/result.ts';
import * as v from 'valibot';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { CallFrom } from '#server/auth/signIn.ts';
import type { StoredRecovery } from '#server/store/recoveryTable.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { recoveryKeys } from './recoveryKeys.ts';

export type AskError = { readonly type: 'not-found' } | { readonly type: 'recovery-key-unknown' } | { readonly type: 'too-many-requests' };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Open requests of one person: more than tablets that anybody forgets at once. */
const MOST_OPEN = 5;

/** Takes a locked tablet's request; the same one again changes nothing. Opens nothing by itself: two people must answer. */
export async function askRecovery(store: Store, { sealed, ...asked }: RecoveryRequest, nowMs: number, from: CallFrom): Promise<Result<void, AskError>> {
  return store.transaction(async (tx) => {
    const known = await tx.recovery.byId(asked.id);
    if (known) return known.tokenHash === asked.tokenHash ? ok(undefined) : err({ type: 'not-found' });
    const device = await tx.people.deviceById(asked.device);
    const account = await tx.people.accountById(asked.userId);
    if (!account || (device && device.userId !== asked.userId)) return err({ type: 'not-found' });
    if (!(await recoveryKeys(tx)).some(({ id }) => id === asked.keyId)) return err({ type: 'recovery-key-unknown' });
    const open = (await tx.recovery.current(nowMs)).filter(({ userId, state }) => userId === asked.userId && state === 'waiting');
    if (open.length >= MOST_OPEN) return err({ type: 'too-many-requests' });
    await tx.recovery.add({ ...asked, sealed: JSON.stringify(sealed), askedAtMs: nowMs, expiresAtMs: nowMs + RECOVERY_DAYS * DAY_MS, state: 'waiting', answer: '' });
    await recordAudit(tx, { action: 'recovery-asked', subject: asked.userId, actor: '', atMs: nowMs, detail: { request: asked.id, recoveryKey: asked.keyId }, ...from });
    return ok(undefined);
  });
}

/** What became of a request, for the tablet that made it. */
export async function recoveryStateOf(tx: StoreTransaction, id: string, token: string, nowMs: number): Promise<RecoveryState | undefined> {
  const request = await tx.recovery.byId(id);
  if (!request || request.tokenHash !== sha256OfText(token)) return undefined;
  if (request.expiresAtMs <= nowMs) return { state: 'expired' };
  return request.state === 'answered' ? { state: 'answered', sealed: v.parse(sealedBox, JSON.parse(request.answer)) } : { state: request.state };
}

/** The requests that wait for an answer. */
export async function waitingRequests(tx: StoreTransaction, nowMs: number): Promise<RecoveryList['requests']> {
  const waiting = (await tx.recovery.current(nowMs)).filter(({ state }) => state === 'waiting');
  const accounts = new Map((await tx.people.accounts()).map((account) => [account.id, account]));
  return waiting.map((request) => {
    const { id, userId, answerKey, keyId, askedAtMs, expiresAtMs } = request;
    return { id, code: requestCode(id, answerKey), name: accounts.get(userId)?.name ?? '', email: accounts.get(userId)?.email ?? '', keyId, askedAtMs, expiresAtMs };
  });
}

/** By an administrator, when nobody of that name asked. */
export async function refuseRecovery(store: Store, by: { readonly userId: string; readonly from: CallFrom }, id: string, nowMs: number): Promise<Result<void, { readonly type: 'not-found' }>> {
  return store.transaction(async (tx) => {
    const request: StoredRecovery | undefined = await tx.recovery.byId(id);
    if (request?.state !== 'waiting') return err({ type: 'not-found' });
    await tx.recovery.setState(id, 'refused', '');
    await recordAudit(tx, { action: 'recovery-refused', subject: request.userId, actor: by.userId, atMs: nowMs, detail: { request: id }, ...by.from });
    return ok(undefined);
  });
}
