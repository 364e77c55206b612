import { err, ok, type Result } from '#core/result.ts';
import type { ChangePasswordError } from '#client/parts/AccessContext.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { enterErrorOf } from './enterErrorOf.ts';
import type { SessionParts } from './sessionParts.ts';

type Parts = Pick<SessionParts, 'api' | 'identity' | 'deriveKeys'>;

export type PasswordChange = { readonly current: string; readonly next: string; readonly endOtherSessions: boolean };

/**
 * The old password proves itself here and to the server; the new one is written beside it before the server hears of it, so that
 * a tablet that dies in between opens with either.
 */
export async function changePasswordOnline({ api, identity, deriveKeys }: Parts, unlocked: Unlocked, { current, next, endOtherSessions }: PasswordChange): Promise<Result<void, ChangePasswordError>> {
  const { account, keychain } = unlocked;
  const old = await deriveKeys(current, account);
  if (!(await keychain.opensBy(old))) return err({ type: 'wrong' });
  const fresh = await deriveKeys(next, account);
  const calls = identity(account.userId, unlocked.device);
  const ask = () => calls.changePassword(old.signInKey, fresh.signInKey, endOtherSessions);
  await keychain.addNext(fresh);
  let answer = await ask();
  if (!answer.ok && answer.error.type === 'unauthorized' && (await api.signIn(account.email, old.signInKey)).ok) answer = await ask();
  if (!answer.ok) {
    if (answer.error.type === 'unreachable') return err({ type: 'unknown' });
    // Refused: either the password was changed elsewhere, or an earlier answer to this very change was lost.
    const refused = answer.error.type === 'unauthorized' || (answer.error.type === 'refused' && answer.error.code === 'wrong-password');
    if (!refused || !(await api.signIn(account.email, fresh.signInKey)).ok) {
      await keychain.dropNext();
      return err(refused ? { type: 'changed-elsewhere' } : enterErrorOf(answer.error));
    }
  }
  await keychain.settle(fresh);
  return ok(undefined);
}
