import type { Erase } from '#core/protocol/wire.ts';
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
  /** When an administrator closed it; absent: it may sign in. */
  readonly disabledAt?: string;
};

export type Session = {
  /** Hex SHA-256 of the token; the token itself is nowhere. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly expiresAtMs: number;
  readonly startedAt: string;
  /** The device that it was used from; '' until one has named itself. */
  readonly device: string;
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

/** What the server knows of a device besides its key: the last contact, what waited there then, and whether it may still be used. */
export type DeviceState = {
  readonly device: string;
  readonly lastSeenAt: string;
  readonly waitingOps: number;
  readonly waitingFiles: number;
  /** The oldest thing that waited; '' for none. */
  readonly waitingSince: string;
  /** Taken back by an administrator, and how; '' while it may be used. */
  readonly erase: Erase | '';
  /** When it was told to erase with nothing left to send; '' before. */
  readonly toldAt: string;
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
  /** Name, e-mail, role and whether it is closed; code, password and the rest stay. */
  readonly updateAccount: (account: Account) => Promise<void>;

  readonly signInFailures: (emailHash: string) => Promise<SignInFailures>;
  readonly setSignInFailures: (emailHash: string, failures: SignInFailures) => Promise<void>;

  readonly addSession: (session: Session) => Promise<void>;
  readonly sessionByHash: (tokenHash: string) => Promise<Session | undefined>;
  readonly sessions: () => Promise<readonly Session[]>;
  readonly bindSession: (tokenHash: string, device: string) => Promise<void>;
  readonly extendSession: (tokenHash: string, expiresAtMs: number) => Promise<void>;
  readonly deleteSession: (tokenHash: string) => Promise<void>;
  /** All of a person, but the one with this hash. */
  readonly deleteSessionsOf: (userId: string, butTokenHash: string | undefined) => Promise<void>;
  readonly deleteSessionsBefore: (nowMs: number) => Promise<void>;

  readonly deviceById: (id: string) => Promise<Device | undefined>;
  readonly devicesOf: (userId: string) => Promise<readonly Device[]>;
  readonly devicesOfAll: (userIds: readonly string[]) => Promise<readonly Device[]>;
  readonly addDevice: (device: Device) => Promise<void>;
  readonly devices: () => Promise<readonly Device[]>;
  readonly deviceState: (id: string) => Promise<DeviceState | undefined>;
  readonly deviceStates: () => Promise<readonly DeviceState[]>;
  readonly putDeviceState: (state: DeviceState) => Promise<void>;
  /** The same for what decides nobody's rights: a contact, and what waits. */
  readonly noteDeviceState: (state: DeviceState) => Promise<void>;

  readonly grantsOf: (userId: string) => Promise<readonly StoredGrant[]>;
  readonly grantsIn: (scope: string) => Promise<readonly StoredGrant[]>;
  /** Giving what is already given changes nothing. */
  readonly addGrant: (grant: StoredGrant) => Promise<void>;
  readonly removeGrant: (grant: StoredGrant) => Promise<void>;
  readonly removeGrantsVia: (via: GrantSource) => Promise<void>;
};
