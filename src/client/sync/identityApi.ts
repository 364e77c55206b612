import {
  invitationList, invitationMade, recoveryList, recoveryState, whoJoins, type InvitationList, type InvitationMade, type InvitationRequest, type RecoveryList,
  type RecoveryRequest, type RecoveryState, type WhoJoins,
} from '#core/protocol/identityWire.ts';
import type { Result } from '#core/result.ts';
import { requestDone, requestJson, type ApiFailure } from './request.ts';

type Answer<T> = Promise<Result<T, ApiFailure>>;

/** The calls about who may in. */
export type IdentityApi = {
  /** Whom a one-time code lets in. */
  readonly lookAtCode: (joinCode: string) => Answer<WhoJoins>;
  /** Uses the code up and opens a session. */
  readonly join: (joinCode: string, name: string, signInKey: string) => Answer<void>;
  readonly changePassword: (oldKey: string, newKey: string, endOtherSessions: boolean) => Answer<void>;
  readonly invitations: () => Answer<InvitationList>;
  readonly invite: (request: InvitationRequest) => Answer<InvitationMade>;
  readonly resetPassword: (userId: string) => Answer<InvitationMade>;
  readonly revokeInvitation: (id: string) => Answer<void>;
  /** From a locked tablet; the same request again changes nothing. */
  readonly askRecovery: (request: RecoveryRequest) => Answer<void>;
  readonly lookRecovery: (id: string, token: string) => Answer<RecoveryState>;
  readonly recoveryRequests: () => Answer<RecoveryList>;
  readonly refuseRecovery: (id: string) => Answer<void>;
};

export const identityApiOf = (person?: string, device?: string): IdentityApi => ({
  lookAtCode: (joinCode) => requestJson('/api/join/look', whoJoins, { method: 'POST', json: { joinCode } }),
  join: (joinCode, name, signInKey) => requestDone('/api/join', { method: 'POST', json: { joinCode, name, signInKey } }),
  changePassword: (oldKey, newKey, endOtherSessions) => requestDone('/api/password', { method: 'POST', json: { oldKey, newKey, endOtherSessions }, person, device }),
  invitations: () => requestJson('/api/admin/invitations', invitationList, { person, device }),
  invite: (request) => requestJson('/api/admin/invitations', invitationMade, { method: 'POST', json: request, person, device }),
  resetPassword: (userId) => requestJson(`/api/admin/people/${userId}/reset`, invitationMade, { method: 'POST', json: {}, person, device }),
  askRecovery: (request) => requestDone('/api/recovery', { method: 'POST', json: request }),
  lookRecovery: (id, token) => requestJson(`/api/recovery/${id}`, recoveryState, { method: 'POST', json: { token } }),
  recoveryRequests: () => requestJson('/api/admin/recovery-requests', recoveryList, { person, device }),
  refuseRecovery: (id) => requestDone(`/api/admin/recovery-requests/${id}/refuse`, { method: 'POST', json: {}, person, device }),
  revokeInvitation: (id) => requestDone(`/api/admin/invitations/${id}/revoke`, { method: 'POST', json: {}, person, device }),
});
