import { agencyScope } from '#core/op/scope.ts';
import type { KeptCommand } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { readOpBody } from './opBody.ts';

/** Whether a team was set anew since: a card of the visit with a higher lamport names other people. */
export async function isReplaced(tx: StoreTransaction, { command, op, lamport }: KeptCommand): Promise<boolean> {
  if (command.type !== 'set-team') return false;
  const cards = (await tx.ops.opsOfEntity(agencyScope(command.agency), 'visit')).filter(({ entityId, id }) => entityId === command.visit && id !== op);
  return cards.map(({ body }) => readOpBody(body)).some((card) => {
    const setsTeam = Object.keys(card.set).some((field) => field === 'leader' || field.startsWith('member.'));
    return setsTeam && (card.lamport > lamport || (card.lamport === lamport && card.id > op));
  });
}
