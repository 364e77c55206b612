import { agencyScope, visitScope } from '#core/op/scope.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import type { StoredOp } from '#server/store/opTables.ts';
import type { Invitation } from '#server/store/invitationTable.ts';
import type { Account } from '#server/store/peopleTables.ts';

export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const AGENCY = agencyScope(id(1));
export const VISIT = visitScope(id(2));

export const account = (n: number, more: Partial<Account> = {}): Account => ({
  id: id(n), email: `p${n}@example.org`, name: `P${n}`, code: `P${n}`, role: 'team_leader', signInHash: 'x', demo: false, ...more,
});

export const op = (seq: number, more: Partial<StoredOp> = {}): StoredOp => ({
  scope: AGENCY, seq, id: id(100 + seq), h: String(seq).repeat(64).slice(0, 64), entity: 'agency', entityId: id(1), actor: id(11),
  device: id(31), n: seq, body: `{"text":"ñandú ${seq}"}`, batch: 'b1', receivedAt: '2026-11-22T00:00:00.000Z', receivedFrom: id(11),
  via: 'push', chain: FIRST_CHAIN, ...more,
});

export const invitation = (n: number, more: Partial<Invitation> = {}): Invitation => ({
  id: id(n), codeHash: `h${n}`, purpose: 'join', userId: id(50 + n), role: 'technical_advisor', name: `P${n}`, email: `i${n}@example.org`, code: `I${n}`,
  invitedBy: id(11), expiresAtMs: 1_900_000_000_000, state: 'open', ...more,
});
