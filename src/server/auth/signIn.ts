import { sha256OfText } from '#core/bytes.ts';
import { FREE_TRIES } from '#core/people/tryWait.ts';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { ownDevice } from './deviceContact.ts';
import type { Gate } from './gate.ts';
import { normalEmail } from './normalEmail.ts';
import { startSession } from './session.ts';
import { matchesSignInHash } from './signInHash.ts';
import { clearTries, countTry } from './slowDown.ts';

export type KeyError =
  /** Also for an e-mail that nobody has. */
  | { readonly type: 'wrong-credentials' }
  | { readonly type: 'wait'; readonly seconds: number };

/** `disabled`: the right key of an account that an administrator has closed. */
export type SignInError = KeyError | { readonly type: 'disabled' };

export type SignInDeps = {
  readonly store: Store;
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Memory for two checks at once is what a small server has. */
  readonly gate: Gate;
  /** The hash of a key that nobody has: checking it costs what checking a real one does. */
  readonly nobodysHash: string;
};

/** Where a call comes from, as far as it says. */
export type CallFrom = { readonly ip: string; readonly device: string | undefined };

/** Checks a sign-in key and opens a session; gives its token. */
export async function signIn(deps: SignInDeps, typedEmail: string, signInKey: string, from: CallFrom): Promise<Result<{ token: string }, SignInError>> {
  const email = normalEmail(typedEmail);
  const emailHash = sha256OfText(email);
  if (deps.gate.isFull()) return err({ type: 'wait', seconds: 5 });
  const waitSeconds = await countTry(deps, emailHash, FREE_TRIES);
  if (waitSeconds > 0) return err({ type: 'wait', seconds: waitSeconds });

  const account = await deps.store.transaction((tx) => tx.people.accountByEmail(email));
  const matches = await deps.gate.run(() => matchesSignInHash(account?.signInHash ?? deps.nobodysHash, signInKey));
  if (!account || !matches) {
    // The e-mail itself is not written down: people type passwords into that field.
    await deps.store.transaction((tx) => recordAudit(tx, { action: 'sign-in-failed', subject: account?.id ?? '', actor: '', atMs: deps.nowMs(), ...from }));
    return err({ type: 'wrong-credentials' });
  }
  return deps.store.transaction(async (tx) => {
    await clearTries(tx, emailHash, deps.nowMs());
    if (account.disabledAt !== undefined && !(await mustBeTold(tx, account.id, from.device))) return err({ type: 'disabled' });
    const session = await startSession(tx, account.id, from.device, deps);
    await recordAudit(tx, { action: 'sign-in', subject: account.id, actor: account.id, atMs: deps.nowMs(), ...from });
    return ok(session);
  });
}

/** A tablet of a closed account is let in to send what it has, and to be told to erase: nothing is given out to it. */
async function mustBeTold(tx: StoreTransaction, userId: string, named: string | undefined): Promise<boolean> {
  const device = await ownDevice(tx, userId, named);
  return device !== undefined && Boolean((await tx.people.deviceState(device))?.erase);
}
