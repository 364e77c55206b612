import type { InvitationList } from '#core/protocol/identityWire.ts';
import { mayInvite } from '#core/people/mayInvite.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** The invitations that may still be used: an administrator sees all, a team leader their own; nothing for who invites nobody. */
export async function listInvitations(tx: StoreTransaction, userId: string, nowMs: number): Promise<InvitationList | undefined> {
  const accounts = await tx.people.accounts();
  const asker = accounts.find(({ id }) => id === userId);
  if (!asker || mayInvite(asker.role).length === 0) return undefined;
  const open = await tx.invitations.open(nowMs);
  const nameOf = (id: string): string => accounts.find((account) => account.id === id)?.name ?? '';
  return {
    invitations: open.filter(({ invitedBy }) => asker.role === 'admin' || invitedBy === userId).map(
      ({ id, purpose, role, name, email, code, invitedBy, expiresAtMs }) => ({ id, purpose, role, name, email, code, invitedBy: nameOf(invitedBy), expiresAtMs }),
    ),
    takenCodes: [...new Set([...accounts, ...open].map(({ code }) => code))].sort(),
  };
}
