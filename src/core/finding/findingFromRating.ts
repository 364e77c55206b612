import type { Change } from '#core/op/change.ts';
import type { FieldValues } from '#core/op/op.ts';
import type { RatingDesk } from '#core/rating/ratingChanges.ts';

export type FindingSeed = {
  readonly id: string;
  /** Said aloud, `H-MR-012`. */
  readonly code: string;
  /** The reason as it stands on the screen, a half-typed one too. */
  readonly statement: string;
  readonly statementLang: 'es' | 'en';
};

/** A draft finding born on a rating: its standard, the reasons that were tapped, the items that are not met, its words. */
export function findingFromRating(desk: RatingDesk, seed: FindingSeed): Change {
  const notMet = [...(desk.mine?.bullets ?? [])].filter(([, value]) => value === 'not_met').map(([field]) => [field, true]);
  const words: FieldValues = seed.statement.trim() === '' ? {} : { statement: seed.statement, statementLang: seed.statementLang };
  return {
    scope: desk.scope,
    entity: 'finding',
    entityId: seed.id,
    set: {
      code: seed.code, edition: desk.edition, standard: desk.standard.id, kind: 'gap',
      ...Object.fromEntries((desk.mine?.whys ?? []).map((reason) => [`reason.${reason}`, true])),
      ...Object.fromEntries(notMet),
      ...words,
    },
  };
}
