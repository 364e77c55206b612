import { sha256OfText } from '#core/bytes.ts';
import { FREE_TRIES } from '#core/people/tryWait.ts';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { LiveSession } from './session.ts';
import type { CallFrom, KeyError, SignInDeps } from './signIn.ts';
import { hashSignInKey, matchesSignInHash } from './signInHash.ts';
import { clearTries, countTry } from './slowDown.ts';

type Change = { readonly oldKey: string; readonly newKey: string; readonly endOtherSessions: boolean };

/** The old key proves who asks: a session that somebody left open is not enough. Wrong ones slow down like wrong sign-ins. */
export async function changePassword(deps: SignInDeps, session: LiveSession, { oldKey, newKey, endOtherSessions }: Change, from: CallFrom): Promise<Result<void, KeyError>> {
  const { store, gate, nowMs } = deps;
  const account = await store.transaction((tx) => tx.people.accountById(session.userId));
  if (!account) throw new Error('a session of nobody');
  if (gate.isFull()) return err({ type: 'wait', seconds: 5 });
  const who = sha256OfText(account.email);
  const waitSeconds = await countTry(deps, who, FREE_TRIES);
  if (waitSeconds > 0) return err({ type: 'wait', seconds: waitSeconds });
  if (!(await gate.run(() => matchesSignInHash(account.signInHash, oldKey)))) return err({ type: 'wrong-credentials' });
  const signInHash = await gate.run(() => hashSignInKey(newKey));
  await store.transaction(async (tx) => {
    await clearTries(tx, who, nowMs());
    await tx.people.setSignInHash(account.id, signInHash);
    if (endOtherSessions) await tx.people.deleteSessionsOf(account.id, session.tokenHash);
    await recordAudit(tx, { action: 'password-changed', subject: account.id, actor: account.id, atMs: nowMs(), detail: { endOtherSessions }, ...from });
  });
  return ok(undefined);
}
