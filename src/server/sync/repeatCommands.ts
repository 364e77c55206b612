import type { Command, KeptCommand } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { carryOutCommand } from './carryOutCommand.ts';
import { isReplaced } from './isReplaced.ts';

/**
 * Commands of an earlier epoch, in the order in which they were given: a restored server may have forgotten them. A team whose visit
 * card was written anew since stays as it was set then, whoever's tablet comes first. Gives those that did something.
 */
export async function repeatCommands(tx: StoreTransaction, userId: string, kept: readonly KeptCommand[]): Promise<readonly Command[]> {
  const done: Command[] = [];
  for (const one of kept) if (!(await isReplaced(tx, one)) && (await carryOutCommand(tx, userId, one.command))) done.push(one.command);
  return done;
}
