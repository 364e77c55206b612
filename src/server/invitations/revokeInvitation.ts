import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { CallFrom } from '#server/auth/signIn.ts';
import type { Store } from '#server/store/store.ts';

/** Makes a code useless before anybody used it: by who made it, or an administrator. What is not theirs is answered like what is not there. */
export async function revokeInvitation(
  store: Store, by: { readonly userId: string; readonly from: CallFrom }, id: string, nowMs: number,
): Promise<Result<void, { readonly type: 'not-found' }>> {
  return store.transaction(async (tx) => {
    const invitation = await tx.invitations.byId(id);
    const asker = await tx.people.accountById(by.userId);
    if (invitation?.state !== 'open' || (asker?.role !== 'admin' && invitation.invitedBy !== by.userId)) return err({ type: 'not-found' });
    await tx.invitations.setState(id, 'revoked');
    await recordAudit(tx, { action: 'invitation-revoked', subject: invitation.userId, actor: by.userId, atMs: nowMs, detail: { invitation: id }, ...by.from });
    return ok(undefined);
  });
}
