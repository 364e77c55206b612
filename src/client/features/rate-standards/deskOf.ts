import type { RatingDesk } from '#core/rating/ratingChanges.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';

/** The person at this standard of this visit. */
export const deskOf = (world: VisitWorld, row: StandardOverview, me: string): RatingDesk => ({
  scope: world.visitScope, edition: world.card.edition, standard: row.place.standard, me, mine: row.mine,
});
