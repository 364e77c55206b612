import type { FieldValues, Op } from '#core/op/op.ts';
import { ratingKey, teamRatingKey } from '#core/rating/ratingKey.ts';
import { anOp, LUCIA } from './opBuilder.ts';

export const EDITION = 'prueba-2026';
export const STANDARD = '1.1.1';

type Looked = { readonly id?: string; readonly base?: Readonly<Record<string, readonly string[]>>; readonly saw?: readonly string[] };

/** A rating of `STANDARD` by its author; without `base` it looked at nothing that was there. */
export const aRating = (author: string, set: FieldValues, looked: Looked = {}): Op =>
  anOp({ entity: 'rating', entityId: ratingKey(EDITION, STANDARD, author), actor: author, set, base: {}, ...looked });

/** What the team leader, Lucía, settled or confirmed on `STANDARD`. */
export const aTeamRating = (set: FieldValues, looked: Looked = {}): Op =>
  anOp({ entity: 'teamRating', entityId: teamRatingKey(EDITION, STANDARD), actor: LUCIA, set, base: {}, ...looked });
