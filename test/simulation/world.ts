import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { newUuid, type IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import type { AccountRole } from '#core/people/role.ts';
import type { Command } from '#core/protocol/wire.ts';
import { registerDevice } from '#server/auth/registerDevice.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { catchUpWithList, purge, type PurgePlaces } from '#server/purge/purge.ts';
import type { ListedPurge } from '#server/purge/purgedList.ts';
import { createMemoryStore, type MemorySnapshot, type MemoryStore } from '#server/store/memoryStore.ts';
import { renewEpoch, setUpStore } from '#server/store/setUpStore.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import type { Store } from '#server/store/store.ts';
import { fixedSource } from '#test/builders/opBuilder.ts';
import { prng, type Prng } from './prng.ts';
import { aServer, type Server } from './server.ts';
import type { People, Plan, Who } from './steps.ts';
import { aTablet, type Tablet } from './tablet.ts';
import { aWitness, type Witness } from './witness.ts';

export const EDITION = 'sample-le-2026';

/** Agency 1 with a visit by Marta, Dale and Inés and its manager Lucía; agency 2 with a visit by Nora and its manager Óscar, the spy. */
export type World = {
  readonly source: IdSource;
  readonly witness: Witness;
  readonly store: Store;
  /** Absent: the run is on SQLite. */
  readonly memory: MemoryStore | undefined;
  readonly server: Server;
  readonly tablets: Map<Who, Tablet>;
  /** Tablets that are gone: nothing is asked of them any more. */
  readonly lost: Set<Who>;
  /** The operator puts the copy back; not noticed: the server goes on as if nothing had been. */
  readonly restore: (backUp: MemorySnapshot, how: 'noticed' | 'not noticed') => Promise<void>;
  readonly restored: () => boolean;
  /** Erases one record of the visit, as the operator's command does; gives which, where there is one. */
  readonly purge: (random: Prng) => Promise<string | undefined>;
  readonly agency: string;
  readonly visit: string;
  readonly agency2: string;
  readonly visit2: string;
  /** Copies a tablet bit by bit: same person, same device, same key. */
  readonly copyOf: (who: Who, name: Who) => Promise<Tablet>;
};

const ACCOUNTS: Readonly<Record<People, readonly [code: string, role: AccountRole]>> = {
  marta: ['MI', 'team_leader'], dale: ['DW', 'technical_advisor'], ines: ['IN', 'technical_advisor'], lucia: ['LA', 'accreditation_manager'],
  nora: ['NR', 'team_leader'], spy: ['OP', 'accreditation_manager'],
};

type Keys = { readonly privateKey: KeyObject; readonly publicKey: string };
/** Key pairs cost more than a whole run: made once per name, for all runs. */
const keys = new Map<string, Keys>();
function keysOf(name: string): Keys {
  const known = keys.get(name);
  if (known) return known;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url') };
  keys.set(name, made);
  return made;
}

export async function aWorld(plan: Plan): Promise<World> {
  const random = prng(plan.seed + 1);
  const clock = fixedSource(plan.seed + 1);
  let now = clock.nowMs();
  const source: IdSource = {
    randomBytes: clock.randomBytes,
    nowMs: () => {
      now += 1 + random.below(60_000);
      return now;
    },
  };
  const memory = plan.store === 'memory' ? createMemoryStore() : undefined;
  const store = memory ?? (await openSqliteStore(':memory:', now));
  await setUpStore(store, () => newUuid(source));
  const witness = aWitness();
  let restored = false;
  const listed: ListedPurge[] = [];
  const places: PurgePlaces = { fileBytes: memoryFileBytes(), purgedList: { read: () => listed, append: (purges) => void listed.push(...purges.filter(({ id }) => !listed.some((known) => known.id === id))) } };
  const server = aServer({ store, nowMs: source.nowMs, macKey: source.randomBytes(32) }, witness, () => restored);
  const tablets = new Map<Who, Tablet>();

  const tabletOf = async (name: Who, userId: string, device: string, key: Keys, from?: Parameters<typeof aTablet>[0]['from']): Promise<Tablet> => {
    const register = async (): Promise<void> => {
      const registered = await registerDevice(store, userId, { device, publicKey: key.publicKey }, now);
      if (!registered.ok) throw new Error(registered.error.type);
    };
    await register();
    // Clocks are wrong by up to ten years.
    const skewMs = (random.next() - 0.5) * 2 * 10 * 365 * 86_400_000;
    const tablet = await aTablet({ name, userId, device, ...key, source, witness, server, register, skewMs, ...(from ? { from } : {}) });
    tablets.set(name, tablet);
    return tablet;
  };
  const join = async (name: People): Promise<Tablet> => {
    const [code, role] = ACCOUNTS[name];
    const id = newUuid(source);
    await store.transaction((tx) => tx.people.addAccount({ id, name, code, role, email: `${name}@cotejo.example`, signInHash: '', demo: true }));
    return tabletOf(name, id, newUuid(source), keysOf(name));
  };
  const [marta, dale, ines, lucia, nora, spy] = [await join('marta'), await join('dale'), await join('ines'), await join('lucia'), await join('nora'), await join('spy')];
  const [agency, visit, agency2, visit2] = [newUuid(source), newUuid(source), newUuid(source), newUuid(source)];
  await found(marta, agency, visit, [dale.userId, ines.userId], lucia.userId);
  await found(nora, agency2, visit2, [], spy.userId);
  for (const tablet of tablets.values()) await tablet.sync('none', random);
  if (!dale.replica().scopes().has(visitScope(visit))) throw new Error('the visit has no team');
  return {
    source, witness, store, memory, server, tablets, lost: new Set(), agency, visit, agency2, visit2,
    restored: () => restored,
    restore: async (backUp, how) => {
      const epoch = (): Promise<string | undefined> => store.transaction((tx) => tx.meta.get('epoch'));
      const before = await epoch();
      memory?.restore(backUp);
      // An epoch that comes back would be taken for itself: a back-up from before another restore is always noticed, by its word beside the database.
      if (how === 'noticed' || (await epoch()) !== before) await renewEpoch(store, () => newUuid(source));
      // As a server does before it answers.
      await catchUpWithList(store, places);
      restored = true;
    },
    purge: async (dice) =>
      store.transaction(async (tx) => {
        const records = (await tx.ops.opsAfter(visitScope(visit), 0, 100_000)).filter(({ entity }) => entity === 'interview' || entity === 'observation');
        if (records.length === 0) return undefined;
        const { entity, entityId } = dice.pick(records);
        const erased = await purge(tx, places, { scopes: [visitScope(visit)], entity, entityId }, { actor: '', atMs: source.nowMs() });
        for (const { id } of erased.found) witness.purged.add(id);
        return `${entity} ${entityId}, ${erased.found.length} ops`;
      }),
    copyOf: async (who, name) => {
      const original = tablets.get(who);
      if (!original) throw new Error(`no ${who}`);
      return tabletOf(name, original.userId, original.device, keysOf(who), original.disk.copy());
    },
  };

  async function found(leader: Tablet, agencyId: string, visitId: string, advisors: readonly string[], manager: string): Promise<void> {
    const scope = agencyScope(agencyId);
    await leader.write([{ scope, entity: 'agency', entityId: agencyId, set: { name: `agency of ${leader.name}`, program: 'LE' } }], { type: 'create-agency', agency: agencyId });
    await leader.write(...teamOf(agencyId, visitId, leader.userId, advisors, { edition: EDITION, revision: 1, leader: leader.userId, startDate: '2026-11-09', endDate: '2026-11-11' }));
    await leader.write([{ scope, entity: 'agency', entityId: agencyId, set: { [`manager.${manager}`]: true } }], { type: 'name-manager', agency: agencyId, user: manager });
    await leader.sync('none', random);
  }
}

/** The card and the command that set a team. */
export function teamOf(agency: string, visit: string, leader: string, advisors: readonly string[], more: Change['set'] = {}): [readonly Change[], Command] {
  const members = Object.fromEntries(advisors.map((advisor) => [`member.${advisor}`, true]));
  return [
    [{ scope: agencyScope(agency), entity: 'visit', entityId: visit, set: { ...more, ...members } }],
    { type: 'set-team', agency, visit, leader, advisors: [...advisors] },
  ];
}
