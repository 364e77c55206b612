import type { Change } from '#core/op/change.ts';
import type { FieldValues } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { viewField, type EntityState } from '#core/op/scopeState.ts';
import type { Standard } from '#core/manual/edition.ts';
import { allMetFields } from './complianceCheck.ts';
import { ratingKey, teamRatingKey } from './ratingKey.ts';
import type { Rating } from './rating.ts';
import type { Applicability, BulletValue, GapReason, RatingResult } from './values.ts';

/** One person at one standard of a visit. */
export type RatingDesk = {
  readonly scope: ScopeId;
  readonly edition: string;
  readonly standard: Standard;
  readonly me: string;
  /** The person's rating as it is on the screen. */
  readonly mine: Rating | undefined;
};

const change = (desk: RatingDesk, set: FieldValues): Change => ({
  scope: desk.scope, entity: 'rating', entityId: ratingKey(desk.edition, desk.standard.id, desk.me), set,
});

/** A tap on a result: set at once; tapped again it clears to `not_reviewed`. `undefined`: there is nothing to write. */
export function resultTap(desk: RatingDesk, result: RatingResult): Change | undefined {
  const split = desk.mine?.conflicts.includes('result') ?? false;
  const before = desk.mine?.result ?? 'not_reviewed';
  const next = before === result && !split ? 'not_reviewed' : result;
  return before === next && !split ? undefined : change(desk, { result: next });
}

/** A tap on a bullet; the first touch of a standard says in the same seal that it is in review. */
export function bulletTap(desk: RatingDesk, field: string, value: BulletValue): Change {
  return change(desk, { ...firstTouch(desk, value !== 'not_reviewed'), [field]: value });
}

/** *All met*: every item that nobody has looked at yet, in one act. `undefined`: none is left. */
export function allMetTap(desk: RatingDesk): Change | undefined {
  const fields = allMetFields(desk.standard, desk.mine?.bullets ?? new Map());
  return Object.keys(fields).length === 0 ? undefined : change(desk, { ...firstTouch(desk, true), ...fields });
}

function firstTouch(desk: RatingDesk, looks: boolean): FieldValues {
  return looks && (desk.mine?.result ?? 'not_reviewed') === 'not_reviewed' ? { result: 'in_review' } : {};
}

export function whyTap(desk: RatingDesk, reason: GapReason): Change {
  return change(desk, { [`why.${reason}`]: !(desk.mine?.whys.includes(reason) ?? false) });
}

export const reasonLanguageTap = (desk: RatingDesk, language: 'es' | 'en'): Change => change(desk, { reasonLang: language });

/** Anyone proposes; where the team leader chooses, the same act confirms. */
export function applicabilityTap(desk: RatingDesk, value: Applicability, isLeader: boolean): readonly Change[] {
  const proposal = change(desk, { applicability: value });
  return isLeader ? [proposal, confirmApplicability(desk, value)] : [proposal];
}

/** The team leader's word; nobody else may write it. */
export const confirmApplicability = (desk: Pick<RatingDesk, 'scope' | 'edition' | 'standard'>, value: Applicability): Change => ({
  scope: desk.scope, entity: 'teamRating', entityId: teamRatingKey(desk.edition, desk.standard.id), set: { applicability: value },
});

/** What puts back the fields of a change as they were on `before`: an undo is a new act, never an erasure. */
export function undoOf(done: Change, before: EntityState | undefined): Change {
  const set = Object.fromEntries(
    Object.keys(done.set).map((field) => {
      const view = viewField(before, field);
      return [field, view.kind === 'value' ? view.value : clearedValue(field)];
    }),
  );
  return { scope: done.scope, entity: done.entity, entityId: done.entityId, set };
}

/** The value that says "nobody has said anything" (clearing writes it; fields are never taken away). */
function clearedValue(field: string): string | boolean {
  if (field === 'result' || field === 'settled.result' || field.startsWith('bullet.')) return 'not_reviewed';
  if (field.startsWith('why.')) return false;
  return field === 'applicability' ? 'applicable' : '';
}
