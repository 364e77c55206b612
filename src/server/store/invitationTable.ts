import type { AccountRole } from '#core/people/role.ts';
import type { InvitationPurpose } from '#core/protocol/identityWire.ts';

export type Invitation = {
  readonly id: string;
  /** Hex SHA-256 of the code; the code itself is nowhere. */
  readonly codeHash: string;
  readonly purpose: InvitationPurpose;
  /** Of the account that it makes, or whose password it sets. Fixed now: the person's keys are derived from it before there is an account. */
  readonly userId: string;
  readonly role: AccountRole;
  readonly name: string;
  /** Normalised by `normalEmail`. */
  readonly email: string;
  readonly code: string;
  /** User id; '' for the operator on the server itself. */
  readonly invitedBy: string;
  readonly expiresAtMs: number;
  readonly state: 'open' | 'used' | 'revoked';
};

export type InvitationTable = {
  readonly add: (invitation: Invitation) => Promise<void>;
  readonly byId: (id: string) => Promise<Invitation | undefined>;
  readonly byCodeHash: (codeHash: string) => Promise<Invitation | undefined>;
  /** Neither used nor revoked nor expired at this moment, in order of expiry. */
  readonly open: (nowMs: number) => Promise<readonly Invitation[]>;
  readonly setState: (id: string, state: Invitation['state']) => Promise<void>;
};
