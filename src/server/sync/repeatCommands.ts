import { agencyScope } from '#core/op/scope.ts';
import type { Command, KeptCommand } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { carryOutCommand } from './carryOutCommand.ts';
import { readOpBody } from './opBody.ts';

/**
 * Commands of an earlier epoch, in the order in which they were given: a restored server may have forgotten them. A team whose visit
 * card was written anew since stays as it was set then, whoever's tablet comes first. Gives those that did something.
 */
export async function repeatCommands(tx: StoreTransaction, userId: string, kept: readonly KeptCommand[]): Promise<readonly Command[]> {
  const done: Command[] = [];
  for (const one of kept) if (!(await isReplaced(tx, one)) && (await carryOutCommand(tx, userId, one.command))) done.push(one.command);
  return done;
}

async function isReplaced(tx: StoreTransaction, { command, op, lamport }: KeptCommand): Promise<boolean> {
  if (command.type !== 'set-team') return false;
  const cards = (await tx.ops.opsOfEntity(agencyScope(command.agency), 'visit')).filter(({ entityId, id }) => entityId === command.visit && id !== op);
  return cards.map(({ body }) => readOpBody(body)).some((card) => {
    const setsTeam = Object.keys(card.set).some((field) => field === 'leader' || field.startsWith('member.'));
    return setsTeam && (card.lamport > lamport || (card.lamport === lamport && card.id > op));
  });
}
