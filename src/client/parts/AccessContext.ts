import { createContext, useContext } from 'react';
import type { InvitationList, InvitationMade, InvitationRequest, RecoveryList } from '#core/protocol/identityWire.ts';
import type { Result } from '#core/result.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import type { EnterError } from './enterError.ts';

/** What a person who is in may do about who may in; all of it needs the network. app builds it for one unlocked person. */
export type Access = {
  readonly invitations: () => Promise<Result<InvitationList, ApiFailure>>;
  /** The code is in the answer, and never again anywhere. */
  readonly invite: (request: InvitationRequest) => Promise<Result<InvitationMade, ApiFailure>>;
  /** A code with which somebody who has an account sets a new password: by administrators. */
  readonly resetPassword: (userId: string) => Promise<Result<InvitationMade, ApiFailure>>;
  readonly revokeInvitation: (id: string) => Promise<Result<void, ApiFailure>>;
  /** Tablets whose password was forgotten: for administrators. */
  readonly recoveryRequests: () => Promise<Result<RecoveryList, ApiFailure>>;
  readonly refuseRecovery: (id: string) => Promise<Result<void, ApiFailure>>;
  /** Opening by fingerprint, face or PIN, beside the password; needs no network. */
  readonly passkey: PasskeyAccess;
  /** The data on this tablet opens by the new password at once; on the person's other tablets after their next unlock with a network. */
  readonly changePassword: (change: { readonly current: string; readonly next: string; readonly endOtherSessions: boolean }) => Promise<Result<void, ChangePasswordError>>;
};

export type PasskeyAccess = {
  readonly isOffered: () => Promise<boolean>;
  readonly isEnrolled: () => Promise<boolean>;
  readonly enrol: () => Promise<Result<void, { readonly type: 'cancelled' | 'not-supported' | 'does-not-open' }>>;
  readonly remove: () => Promise<void>;
};

export type ChangePasswordError =
  | EnterError
  /** The server knows another password: it was changed on another tablet. */
  | { readonly type: 'changed-elsewhere' }
  /** No answer came: the server may or may not have taken it. Here both passwords open. */
  | { readonly type: 'unknown' };

export const AccessContext = createContext<Access | undefined>(undefined);

export function useAccess(): Access {
  const access = useContext(AccessContext);
  if (!access) throw new Error('no access above this screen');
  return access;
}
