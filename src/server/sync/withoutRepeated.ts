import { agencyScope } from '#core/op/scope.ts';
import type { Command, SyncRequest } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { isReplaced } from './isReplaced.ts';

/**
 * The commands of a request, without a team that was set already: one whose visit cards in the same request are all here comes
 * again because its answer was lost, perhaps days later, and must not bring back a team that was replaced meanwhile. A card that is here
 * because a colleague carried it came without its command: that one is carried out now, unless the team was set anew since.
 */
export async function withoutRepeated(tx: StoreTransaction, { commands, ops }: SyncRequest): Promise<readonly Command[]> {
  const cards = ops.filter(({ entity }) => entity === 'visit');
  const known = await tx.ops.knownOps(cards.map(({ id }) => id));
  const wanted: Command[] = [];
  for (const command of commands) {
    if (command.type !== 'set-team') {
      wanted.push(command);
      continue;
    }
    const own = cards.filter(({ scope, entityId }) => scope === agencyScope(command.agency) && entityId === command.visit);
    const last = own.at(-1);
    if (!last || own.some(({ id }) => !known.has(id))) wanted.push(command);
    else if ((await cameByHand(tx, command.agency, last.id)) && !(await isReplaced(tx, { command, op: last.id, lamport: last.lamport }))) wanted.push(command);
  }
  return wanted;
}

async function cameByHand(tx: StoreTransaction, agency: string, card: string): Promise<boolean> {
  const stored = (await tx.ops.opsOfEntity(agencyScope(agency), 'visit')).find(({ id }) => id === card);
  return stored !== undefined && stored.via !== 'push';
}
