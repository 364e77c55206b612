import type { IdSource } from '#core/ids.ts';
import { newUuid } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { entityOf, addOps, emptyScopeState, headIds, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Command } from '#core/protocol/wire.ts';
import { handleSync, type SyncDeps } from '#server/sync/handleSync.ts';
import { DEMO_WRITERS, type DemoWriterName } from './demoPeople.ts';
import { createSigningTablet, type SigningTablet } from './signingTablet.ts';

/** The four people of the demo at work: everything that they write is signed, pushed and judged like a real tablet's. */
export type DemoWriter = {
  readonly ids: IdSource;
  readonly users: Readonly<Record<DemoWriterName, string>>;
  /** What all of them have written in a scope so far. */
  readonly state: (scope: ScopeId) => ScopeState;
  /** One push at a moment of the past. Throws when anything of it is not accepted: the demo would be wrong. */
  readonly write: (who: DemoWriterName, at: string, changes: readonly Change[], commands?: readonly Command[]) => Promise<void>;
};

export async function createDemoWriter(deps: SyncDeps, ids: IdSource, users: DemoWriter['users'], timeZone: string): Promise<DemoWriter> {
  let lamport = 0;
  const tabletOf = (name: DemoWriterName): SigningTablet =>
    createSigningTablet({ userId: users[name], ids, timeZone, nextLamport: () => ++lamport });
  const tablets: Readonly<Record<DemoWriterName, SigningTablet>> = {
    marta: tabletOf('marta'), dale: tabletOf('dale'), lucia: tabletOf('lucia'), oscar: tabletOf('oscar'),
  };
  const states = new Map<ScopeId, ScopeState>();
  const state = (scope: ScopeId): ScopeState => states.get(scope) ?? emptyScopeState;

  await deps.store.transaction(async (tx) => {
    // A letter far off: the first real tablet of each person keeps the plain codes, and counts on from the demo's.
    for (const name of DEMO_WRITERS) {
      const { device, userId, publicKey } = tablets[name];
      await tx.people.addDevice({ id: device, userId, publicKey, letter: 'z', registeredAt: new Date(deps.nowMs()).toISOString() });
    }
  });
  return {
    ids, users, state,
    async write(who, at, changes, commands = []) {
      const ops = changes.map((change) => {
        const entity = change.entityId === null ? undefined : entityOf(state(change.scope), change.entity, change.entityId);
        const heads = Object.fromEntries(Object.keys(change.set).map((field) => [field, headIds(entity, field)]));
        const op = tablets[who].seal({ ...change, base: { ...heads, ...change.base } }, at);
        states.set(op.scope, addOps(state(op.scope), [op]));
        return op;
      });
      const answer = await handleSync(deps, { userId: users[who] }, tablets[who].request(ops, { commands: [...commands] }));
      const wrong = answer.results.find(({ status }) => status !== 'ok');
      if (wrong) throw new Error(`the demo wrote what the server does not take: ${JSON.stringify(wrong)}`);
    },
  };
}

export const demoId = (writer: Pick<DemoWriter, 'ids'>): string => newUuid(writer.ids);
