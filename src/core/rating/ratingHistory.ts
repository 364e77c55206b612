import type { Op } from '#core/op/op.ts';
import { entityOf, type ScopeState } from '#core/op/scopeState.ts';
import type { Json } from '#core/json.ts';
import { teamRatingKey } from './ratingKey.ts';
import type { Rating } from './rating.ts';
import { APPLICABILITIES, BULLET_VALUES, GAP_REASONS, RESULTS, type Applicability, type BulletValue, type GapReason, type RatingResult } from './values.ts';

/** One thing that an act said. A field of a newer build is left out: it is kept, and shown by a build that knows it. */
export type HistoryStep =
  | { readonly type: 'result'; readonly value: RatingResult }
  | { readonly type: 'settled'; readonly value: RatingResult }
  | { readonly type: 'reason'; readonly text: string; readonly language: 'es' | 'en' | undefined }
  | { readonly type: 'settledReason'; readonly text: string }
  | { readonly type: 'why'; readonly reason: GapReason; readonly added: boolean }
  | { readonly type: 'applicability' | 'confirmedApplicability'; readonly value: Applicability }
  | { readonly type: 'applicabilityReason'; readonly text: string }
  | { readonly type: 'bullets'; readonly fields: readonly string[]; readonly value: BulletValue };

export type HistoryAct = { readonly opId: string; readonly actor: string; readonly at: string; readonly steps: readonly HistoryStep[] };

/** Who did what to a standard's ratings and the team's, newest first; undone acts too: nothing is taken out. */
export function ratingHistory(visit: ScopeState, edition: string, standard: string, ratings: readonly Rating[]): readonly HistoryAct[] {
  const team = entityOf(visit, 'teamRating', teamRatingKey(edition, standard));
  const ops = [...ratings.flatMap((rating) => rating.entity.ops), ...(team?.ops ?? [])];
  return ops
    .toSorted((a, b) => b.lamport - a.lamport || (a.id < b.id ? 1 : -1))
    .map((op) => ({ opId: op.id, actor: op.actor, at: op.at, steps: stepsOf(op) }))
    .filter((act) => act.steps.length > 0);
}

function stepsOf(op: Op): readonly HistoryStep[] {
  const steps: HistoryStep[] = [];
  const bullets = new Map<BulletValue, string[]>();
  for (const [field, value] of Object.entries(op.set)) {
    const bullet = field.startsWith('bullet.') ? BULLET_VALUES.find((known) => known === value) : undefined;
    if (bullet) bullets.set(bullet, [...(bullets.get(bullet) ?? []), field]);
    else steps.push(...stepOf(op, field, value));
  }
  return [...steps, ...[...bullets].map(([value, fields]): HistoryStep => ({ type: 'bullets', fields, value }))];
}

function stepOf(op: Op, field: string, value: Json): readonly HistoryStep[] {
  const result = RESULTS.find((known) => known === value);
  const applicability = APPLICABILITIES.find((known) => known === value);
  const why = field.startsWith('why.') ? GAP_REASONS.find((known) => field === `why.${known}`) : undefined;
  const language = (['es', 'en'] as const).find((known) => known === op.set['reasonLang']);
  if (why) return [{ type: 'why', reason: why, added: value === true }];
  switch (field) {
    case 'result': return result ? [{ type: 'result', value: result }] : [];
    case 'settled.result': return result ? [{ type: 'settled', value: result }] : [];
    case 'applicability':
      return applicability ? [{ type: op.entity === 'teamRating' ? 'confirmedApplicability' : 'applicability', value: applicability }] : [];
    case 'reason': return typeof value === 'string' ? [{ type: 'reason', text: value, language }] : [];
    case 'settled.reason': return typeof value === 'string' ? [{ type: 'settledReason', text: value }] : [];
    case 'applicabilityReason': return typeof value === 'string' ? [{ type: 'applicabilityReason', text: value }] : [];
    default: return [];
  }
}
