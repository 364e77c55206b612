import { agencyScope } from '#core/op/scope.ts';
import type { Command, SyncRequest } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/**
 * The commands of a request, without a team that was set already: one whose visit cards in the same request are all here comes
 * again because its answer was lost, perhaps days later, and must not bring back a team that was replaced meanwhile.
 */
export async function withoutRepeated(tx: StoreTransaction, { commands, ops }: SyncRequest): Promise<readonly Command[]> {
  const cards = ops.filter(({ entity }) => entity === 'visit');
  const known = await tx.ops.knownOps(cards.map(({ id }) => id));
  return commands.filter((command) => {
    if (command.type !== 'set-team') return true;
    const own = cards.filter(({ scope, entityId }) => scope === agencyScope(command.agency) && entityId === command.visit);
    return own.length === 0 || own.some(({ id }) => !known.has(id));
  });
}
