import { createHash } from 'node:crypto';
import type { IdSource } from '#core/ids.ts';
import { newUuid } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { AccountRole } from '#core/people/role.ts';
import type { Command, OpResult, SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import { hashSignInKey } from '#server/auth/signInHash.ts';
import { createSigningTablet, type SigningTablet } from '#server/demo/signingTablet.ts';
import { setUpStore } from '#server/store/setUpStore.ts';
import type { Store } from '#server/store/store.ts';
import { handleSync, type SyncDeps } from '#server/sync/handleSync.ts';
import { newStore } from './newStore.ts';

/** What everybody's tablet derived from their password. */
export const SIGN_IN_KEY = '5a'.repeat(32);
const SIGN_IN_HASH = await hashSignInKey(SIGN_IN_KEY);

/** Ids and time that are the same in every run. */
export function fixedIds(): IdSource & { passMs: (ms: number) => void } {
  let nowMs = Date.UTC(2026, 10, 22, 12);
  let drawn = 0;
  return {
    nowMs: () => nowMs,
    randomBytes: (count) => new Uint8Array(createHash('sha512').update(String(drawn++)).digest()).slice(0, count),
    passMs(ms) { nowMs += ms; },
  };
}

export const ROLES_OF = {
  marta: 'team_leader', dale: 'technical_advisor', nuria: 'team_leader', lucia: 'accreditation_manager', oscar: 'accreditation_manager',
  ana: 'admin', ines: 'regional_manager', tomas: 'agency_reader', kate: 'observer',
} as const satisfies Record<string, AccountRole>;
export type Name = keyof typeof ROLES_OF;
const NAMES: readonly Name[] = ['marta', 'dale', 'nuria', 'lucia', 'oscar', 'ana', 'ines', 'tomas', 'kate'];

export type TestTablet = SigningTablet & {
  readonly sync: (request: SyncRequest) => Promise<SyncAnswer>;
  /** Seals, pushes, and gives the results. */
  readonly write: (...changes: readonly Change[]) => Promise<readonly OpResult[]>;
  readonly command: (...commands: readonly Command[]) => Promise<SyncAnswer>;
  /** Everything that the person may read, from the beginning. */
  readonly pullAll: () => Promise<SyncAnswer>;
};

export type ServerWorld = {
  readonly store: Store;
  readonly deps: SyncDeps;
  readonly ids: ReturnType<typeof fixedIds>;
  readonly users: Readonly<Record<Name, string>>;
  readonly tablet: (name: Name) => Promise<TestTablet>;
  /** Agency 1 with a visit by Marta and Dale and the manager Lucía; agency 2 with a visit by Nuria and the manager Óscar. */
  readonly agency1: string;
  readonly visit1: string;
  readonly agency2: string;
  readonly visit2: string;
};

export async function serverWorld(given?: Store): Promise<ServerWorld> {
  const store = given ?? (await newStore());
  const ids = fixedIds();
  const uuid = (): string => newUuid(ids);
  await setUpStore(store, uuid);
  const users = { marta: uuid(), dale: uuid(), nuria: uuid(), lucia: uuid(), oscar: uuid(), ana: uuid(), ines: uuid(), tomas: uuid(), kate: uuid() };
  await store.transaction(async (tx) => {
    for (const name of NAMES) {
      const person = { id: users[name], email: `${name}@example.org`, name, code: name.slice(0, 2).toUpperCase(), role: ROLES_OF[name] };
      await tx.people.addAccount({ ...person, signInHash: SIGN_IN_HASH, demo: false });
    }
  });
  const deps: SyncDeps = { store, nowMs: ids.nowMs, macKey: new Uint8Array(32).fill(7) };
  let lamport = 0;
  const tablet = async (name: Name): Promise<TestTablet> => {
    const userId = users[name];
    const signing = createSigningTablet({ userId, ids, timeZone: 'America/Hermosillo', nextLamport: () => ++lamport });
    const registeredAt = new Date(ids.nowMs()).toISOString();
    await store.transaction((tx) => tx.people.addDevice({ id: signing.device, userId, publicKey: signing.publicKey, letter: signing.device, registeredAt }));
    const sync = (request: SyncRequest): Promise<SyncAnswer> => handleSync(deps, { userId }, request);
    return {
      ...signing,
      sync,
      write: async (...changes) => (await sync(signing.request(changes.map((change) => signing.seal(change))))).results,
      command: (...commands) => sync(signing.request([], { commands: [...commands] })),
      pullAll: () => sync(signing.request([])),
    };
  };
  const agencies = { agency1: uuid(), visit1: uuid(), agency2: uuid(), visit2: uuid() };
  const { agency1, visit1, agency2, visit2 } = agencies;
  await (await tablet('marta')).command(
    { type: 'create-agency', agency: agency1 },
    { type: 'set-team', agency: agency1, visit: visit1, leader: users.marta, advisors: [users.dale] },
    { type: 'name-manager', agency: agency1, user: users.lucia },
  );
  await (await tablet('nuria')).command(
    { type: 'create-agency', agency: agency2 },
    { type: 'set-team', agency: agency2, visit: visit2, leader: users.nuria, advisors: [] },
    { type: 'name-manager', agency: agency2, user: users.oscar },
  );
  return { store, deps, ids, users, tablet, ...agencies };
}

/** The smallest observation. */
export const observation = (visit: string, id: string, text = 'Puerta sin candado'): Change => ({
  scope: visitScope(visit), entity: 'observation', entityId: id, set: { text },
});

/** The smallest handed-over finding. */
export const agencyFinding = (agency: string, id: string, more: Change['set'] = {}): Change => ({
  scope: agencyScope(agency), entity: 'finding', entityId: id, set: { statement: 'Falta la directiva', ...more },
});

export const idsIn = (answer: SyncAnswer, scope: ScopeId): readonly string[] =>
  answer.pages.filter((page) => page.scope === scope).flatMap((page) => page.list.map(([, id]) => id));
