import { sha256OfText } from '#core/bytes.ts';
import { ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { Gate } from '#server/auth/gate.ts';
import { startSession } from '#server/auth/session.ts';
import type { CallFrom } from '#server/auth/signIn.ts';
import { hashSignInKey } from '#server/auth/signInHash.ts';
import { clearTries } from '#server/auth/slowDown.ts';
import { findInvitation, type JoinError } from './findInvitation.ts';
import type { InviteDeps } from './makeInvitation.ts';

export type Joining = { readonly joinCode: string; readonly name: string; readonly signInKey: string };

/**
 * Uses a code up, once: makes the account, or gives it its new password and ends all its sessions. Gives the token of a new
 * session. Only now does the account exist; whatever the tablet lost of the answer, the person can sign in.
 */
export async function join(deps: InviteDeps & { readonly gate: Gate }, { joinCode, name, signInKey }: Joining, from: CallFrom): Promise<Result<{ token: string }, JoinError>> {
  const { store, nowMs, gate } = deps;
  const first = await store.transaction((tx) => findInvitation(tx, joinCode, nowMs()));
  if (!first.ok) return first;
  const signInHash = await gate.run(() => hashSignInKey(signInKey));
  return store.transaction(async (tx) => {
    // Again: somebody else may have used it while the hash was made.
    const found = await findInvitation(tx, joinCode, nowMs());
    if (!found.ok) return found;
    const { id, purpose, userId, role, email, code } = found.value;
    if (purpose === 'join') await tx.people.addAccount({ id: userId, email, name, code, role, signInHash, demo: false });
    else {
      await tx.people.setSignInHash(userId, signInHash);
      await tx.people.deleteSessionsOf(userId, undefined);
      await clearTries(tx, sha256OfText(email), nowMs());
    }
    await tx.invitations.setState(id, 'used');
    const session = await startSession(tx, userId, from.device, deps);
    await recordAudit(tx, { action: 'invitation-used', subject: userId, actor: userId, atMs: nowMs(), detail: { invitation: id, purpose, role }, ...from });
    return ok(session);
  });
}
