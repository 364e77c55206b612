import type { AccountRole, Grant, GrantRole } from '#core/people/role.ts';

export type Account = {
  readonly id: string;
  /** Normalised by `normalEmail`. */
  readonly email: string;
  readonly name: string;
  /** Unique in the installation, said aloud. */
  readonly code: string;
  readonly role: AccountRole;
  /** Argon2id of the sign-in key, in PHC form. */
  readonly signInHash: string;
  /** Its password is printed on every screen of the demo; production refuses to start beside one. */
  readonly demo: boolean;
};

export type Session = {
  /** Hex SHA-256 of the token; the token itself is nowhere. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly expiresAtMs: number;
};

export type Device = {
  readonly id: string;
  readonly userId: string;
  /** SPKI, base64url. */
  readonly publicKey: string;
  /** '' for a person's first, then b, c … */
  readonly letter: string;
  readonly registeredAt: string;
};

/** A role in a scope and the command that gave it, so that replacing one team leaves what another command gave. */
export type StoredGrant = Grant & { readonly role: GrantRole; readonly via: GrantSource };
export type GrantSource = 'create-agency' | 'name-manager' | 'name-reader' | 'set-region' | `visit:${string}`;

/** Wrong sign-ins since the last right one, by hash of the e-mail: also for e-mails that nobody has. */
export type SignInFailures = { readonly count: number; readonly lastAtMs: number };

export type PeopleTables = {
  readonly accounts: () => Promise<readonly Account[]>;
  readonly accountById: (id: string) => Promise<Account | undefined>;
  readonly accountByEmail: (email: string) => Promise<Account | undefined>;
  readonly addAccount: (account: Account) => Promise<void>;
  readonly setSignInHash: (id: string, signInHash: string) => Promise<void>;

  readonly signInFailures: (emailHash: string) => Promise<SignInFailures>;
  readonly setSignInFailures: (emailHash: string, failures: SignInFailures) => Promise<void>;

  readonly addSession: (session: Session) => Promise<void>;
  readonly sessionByHash: (tokenHash: string) => Promise<Session | undefined>;
  readonly extendSession: (tokenHash: string, expiresAtMs: number) => Promise<void>;
  readonly deleteSession: (tokenHash: string) => Promise<void>;
  /** All of a person, but the one with this hash. */
  readonly deleteSessionsOf: (userId: string, butTokenHash: string | undefined) => Promise<void>;
  readonly deleteSessionsBefore: (nowMs: number) => Promise<void>;

  readonly deviceById: (id: string) => Promise<Device | undefined>;
  readonly devicesOf: (userId: string) => Promise<readonly Device[]>;
  readonly devicesOfAll: (userIds: readonly string[]) => Promise<readonly Device[]>;
  readonly addDevice: (device: Device) => Promise<void>;

  readonly grantsOf: (userId: string) => Promise<readonly StoredGrant[]>;
  readonly grantsIn: (scope: string) => Promise<readonly StoredGrant[]>;
  /** Giving what is already given changes nothing. */
  readonly addGrant: (grant: StoredGrant) => Promise<void>;
  readonly removeGrantsVia: (via: GrantSource) => Promise<void>;
};
