import { sha256OfText } from '#core/bytes.ts';
import { readJoinCode } from '#core/people/joinCode.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Invitation } from '#server/store/invitationTable.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** Said apart only to who has the code itself: 100 bits that nobody guesses. */
export type JoinError = { readonly type: 'code-unknown' } | { readonly type: 'code-used' } | { readonly type: 'code-expired' };

/** The invitation of a typed code, if it may still be used. */
export async function findInvitation(tx: StoreTransaction, typed: string, nowMs: number): Promise<Result<Invitation, JoinError>> {
  const code = readJoinCode(typed);
  const invitation = code.ok ? await tx.invitations.byCodeHash(sha256OfText(code.value)) : undefined;
  if (!invitation || invitation.state === 'revoked') return err({ type: 'code-unknown' });
  if (invitation.state === 'used') return err({ type: 'code-used' });
  return invitation.expiresAtMs > nowMs ? ok(invitation) : err({ type: 'code-expired' });
}
