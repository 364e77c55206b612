import { viewField, type EntityState } from '#core/op/scopeState.ts';
import type { Outcome } from './values.ts';

const PREFIX = 'outcome.';

/**
 * What the answers to a form say, by standard id: the fields `outcome.<standard>`. Two people who answered different questions about one
 * standard at once have each said something of it: a contradiction outshines support.
 */
export function readOutcomes(entity: EntityState): ReadonlyMap<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const field of entity.fields.keys()) {
    if (!field.startsWith(PREFIX)) continue;
    const view = viewField(entity, field);
    const said = view.kind === 'none' ? [] : view.heads.map(({ value }) => value);
    const outcome = (['contradicts', 'supports', 'inconclusive'] as const).find((one) => said.includes(one));
    if (outcome) outcomes.set(field.slice(PREFIX.length), outcome);
  }
  return outcomes;
}
