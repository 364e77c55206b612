import { sha256OfText } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import { newJoinCode, showJoinCode } from '#core/people/joinCode.ts';
import { mayInvite } from '#core/people/mayInvite.ts';
import { INVITATION_DAYS, type InvitationMade, type InvitationRequest } from '#core/protocol/identityWire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import { normalEmail } from '#server/auth/normalEmail.ts';
import type { CallFrom } from '#server/auth/signIn.ts';
import { newUserId } from '#server/auth/userId.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';

export type InviteDeps = { readonly store: Store; readonly nowMs: () => number; readonly randomBytes: (count: number) => Uint8Array };

/** Who asks: a signed-in person, or the operator at the server itself, who may do everything. */
export type Inviter = { readonly userId: string; readonly from: CallFrom } | 'operator';

export type InviteError =
  | { readonly type: 'not-allowed' }
  | { readonly type: 'email-taken' }
  | { readonly type: 'already-invited' }
  | { readonly type: 'code-taken' };

/** Makes the invitation of a person who has no account yet. The answer is the only place where the code ever stands. */
export async function makeInvitation(deps: InviteDeps, by: Inviter, request: InvitationRequest): Promise<Result<InvitationMade, InviteError>> {
  const { role, name, code } = request;
  const email = normalEmail(request.email);
  return deps.store.transaction(async (tx) => {
    if (by !== 'operator' && !(await mayAsk(tx, by.userId, role))) return err({ type: 'not-allowed' });
    const open = await tx.invitations.open(deps.nowMs());
    const accounts = await tx.people.accounts();
    if (accounts.some((account) => account.email === email)) return err({ type: 'email-taken' });
    if (open.some((other) => other.email === email)) return err({ type: 'already-invited' });
    if ([...accounts, ...open].some((other) => other.code === code)) return err({ type: 'code-taken' });
    return ok(await addInvitation(tx, deps, by, { purpose: 'join', userId: newUserId(deps.randomBytes), role, name, email, code }));
  });
}

/** A code with which somebody who has an account sets a new password; an earlier one of theirs is void. Administrators and the operator only. */
export async function makeReset(deps: InviteDeps, by: Inviter, userId: string): Promise<Result<InvitationMade, { readonly type: 'not-allowed' | 'not-found' }>> {
  return deps.store.transaction(async (tx) => {
    if (by !== 'operator' && (await tx.people.accountById(by.userId))?.role !== 'admin') return err({ type: 'not-allowed' });
    const account = await tx.people.accountById(userId);
    if (!account) return err({ type: 'not-found' });
    for (const earlier of await tx.invitations.open(deps.nowMs())) if (earlier.userId === userId) await tx.invitations.setState(earlier.id, 'revoked');
    const { role, name, email, code } = account;
    return ok(await addInvitation(tx, deps, by, { purpose: 'reset', userId, role, name, email, code }));
  });
}

async function mayAsk(tx: StoreTransaction, userId: string, role: InvitationRequest['role']): Promise<boolean> {
  const inviter = await tx.people.accountById(userId);
  return inviter !== undefined && mayInvite(inviter.role).includes(role);
}

type Invited = Pick<Parameters<StoreTransaction['invitations']['add']>[0], 'purpose' | 'userId' | 'role' | 'name' | 'email' | 'code'>;

async function addInvitation(tx: StoreTransaction, { nowMs, randomBytes }: InviteDeps, by: Inviter, invited: Invited): Promise<InvitationMade> {
  const joinCode = newJoinCode(randomBytes);
  const id = newUuid({ nowMs, randomBytes });
  const expiresAtMs = nowMs() + INVITATION_DAYS * 24 * 60 * 60 * 1000;
  const invitedBy = by === 'operator' ? '' : by.userId;
  await tx.invitations.add({ ...invited, id, codeHash: sha256OfText(joinCode), invitedBy, expiresAtMs, state: 'open' });
  const { purpose, role } = invited;
  await recordAudit(tx, {
    action: 'invitation-made', subject: invited.userId, actor: invitedBy, atMs: nowMs(), detail: { invitation: id, purpose, role },
    ...(by === 'operator' ? {} : by.from),
  });
  return { id, joinCode: showJoinCode(joinCode), expiresAtMs };
}
