import { newUuid, type IdSource } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import type { AccountRole } from '#core/people/role.ts';
import { registerDevice } from '#server/auth/registerDevice.ts';
import { createMemoryStore, type MemoryStore } from '#server/store/memoryStore.ts';
import { setUpStore } from '#server/store/setUpStore.ts';
import { handleSync } from '#server/sync/handleSync.ts';
import { fixedSource } from '#test/builders/opBuilder.ts';
import { prng, type Prng } from './prng.ts';
import { aTablet, type Tablet } from './tablet.ts';

export const EDITION = 'sample-le-2026';

/** Agency 1 with a visit by Marta and Dale and its manager Lucía; agency 2 with a visit by Nora and its manager Óscar, the spy. */
export type World = {
  readonly random: Prng;
  readonly source: IdSource;
  readonly store: MemoryStore;
  readonly marta: Tablet;
  readonly dale: Tablet;
  readonly lucia: Tablet;
  readonly nora: Tablet;
  readonly spy: Tablet;
  readonly agency: string;
  readonly visit: string;
  readonly agency2: string;
  readonly visit2: string;
};

export async function aWorld(seed: number): Promise<World> {
  const random = prng(seed);
  const clock = fixedSource(seed + 1);
  let now = clock.nowMs();
  const source: IdSource = {
    randomBytes: clock.randomBytes,
    nowMs: () => {
      now += 1 + random.below(60_000);
      return now;
    },
  };
  const store = createMemoryStore();
  await setUpStore(store, () => newUuid(source));
  const macKey = source.randomBytes(32);
  const server = (userId: string, request: Parameters<typeof handleSync>[2]) => handleSync({ store, nowMs: source.nowMs, macKey }, { userId }, request);

  const join = async (name: string, code: string, role: AccountRole): Promise<Tablet> => {
    const id = newUuid(source);
    await store.transaction((tx) => tx.people.addAccount({ id, name, code, role, email: `${name}@cotejo.example`, signInHash: '', demo: true }));
    const tablet = await aTablet(name, id, source, random, server);
    const registered = await registerDevice(store, id, { device: tablet.device, publicKey: tablet.publicKey }, now);
    if (!registered.ok) throw new Error(registered.error.type);
    return tablet;
  };
  const marta = await join('marta', 'MI', 'team_leader');
  const dale = await join('dale', 'DW', 'technical_advisor');
  const lucia = await join('lucia', 'LA', 'accreditation_manager');
  const nora = await join('nora', 'NR', 'team_leader');
  const spy = await join('oscar', 'OP', 'accreditation_manager');

  const [agency, visit, agency2, visit2] = [newUuid(source), newUuid(source), newUuid(source), newUuid(source)];
  const found = async (leader: Tablet, agencyId: string, visitId: string, advisors: readonly string[], manager: string): Promise<void> => {
    const scope = agencyScope(agencyId);
    await leader.write([{ scope, entity: 'agency', entityId: agencyId, set: { name: `agency of ${leader.name}`, program: 'LE' } }], { type: 'create-agency', agency: agencyId });
    await leader.write(
      [{ scope, entity: 'visit', entityId: visitId, set: { edition: EDITION, revision: 1, leader: leader.userId, startDate: '2026-11-09', endDate: '2026-11-11' } }],
      { type: 'set-team', agency: agencyId, visit: visitId, leader: leader.userId, advisors: [...advisors] },
    );
    await leader.write([{ scope, entity: 'agency', entityId: agencyId, set: { [`manager.${manager}`]: true } }], { type: 'name-manager', agency: agencyId, user: manager });
    await leader.sync('none');
  };
  await found(marta, agency, visit, [dale.userId], lucia.userId);
  await found(nora, agency2, visit2, [], spy.userId);
  for (const tablet of [marta, dale, lucia, spy]) await tablet.sync('none');
  if (!dale.replica().scopes().has(visitScope(visit))) throw new Error('the visit has no team');
  return { random, source, store, marta, dale, lucia, nora, spy, agency, visit, agency2, visit2 };
}
