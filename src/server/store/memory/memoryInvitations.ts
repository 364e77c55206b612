import type { InvitationTable } from '#server/store/invitationTable.ts';
import { insert, put, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryInvitations(state: MemoryState, journal: Journal): InvitationTable {
  return {
    async add(invitation) {
      if ([...state.invitations.values()].some((one) => one.codeHash === invitation.codeHash)) throw new Error(`already there: ${invitation.codeHash}`);
      insert(journal, state.invitations, invitation.id, invitation);
    },
    byId: async (id) => state.invitations.get(id),
    byCodeHash: async (codeHash) => [...state.invitations.values()].find((one) => one.codeHash === codeHash),
    open: async (nowMs) => [...state.invitations.values()]
      .filter((one) => one.state === 'open' && one.expiresAtMs > nowMs)
      .sort((a, b) => a.expiresAtMs - b.expiresAtMs || (a.id < b.id ? -1 : 1)),
    async setState(id, next) {
      const invitation = state.invitations.get(id);
      if (invitation) put(journal, state.invitations, id, { ...invitation, state: next });
    },
  };
}
