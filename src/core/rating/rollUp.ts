import { levelFor, standardItems } from '#core/manual/standardItems.ts';
import type { PassRule, SizeBand, Standard } from '#core/manual/edition.ts';
import type { Applicability, RatingResult } from './values.ts';

/** What is known of one standard when it is counted. */
export type CountedStandard = {
  readonly standard: Standard;
  /** `undefined`: undecided. */
  readonly result: RatingResult | undefined;
  /** Confirmed by the team leader; `undefined`: applicable as far as anybody confirmed. */
  readonly applicability: Applicability | undefined;
  /** An *in compliance* with an unmet item counts as undecided. */
  readonly hasUnmetItem: boolean;
};

export type LevelCount = { readonly total: number; readonly complied: number; readonly notComplied: number; readonly undecided: number };

export type RollUp = {
  readonly mandatory: LevelCount;
  readonly other: LevelCount;
  readonly notApplicable: number;
  /** Reserved, or without any text: there is nothing to rate. */
  readonly reserved: number;
  /** Percentage of other-than-mandatory standards, if every undecided one falls badly, and if every one falls well. 100 where there are none. */
  readonly otherPercent: { readonly worst: number; readonly best: number };
  readonly forecast: 'passes' | 'fails' | 'open';
};

/** Values that take a standard out of the count, once confirmed. A waiver asked for and an open question still count. */
const OUT: readonly Applicability[] = ['na_function', 'na_size', 'na_tier', 'waiver_granted'];

export function rollUp(standards: readonly CountedStandard[], size: SizeBand, rule: PassRule): RollUp {
  const counts = { M: emptyCount(), O: emptyCount() };
  let notApplicable = 0;
  let reserved = 0;
  for (const counted of standards) {
    const level = levelFor(counted.standard, size);
    if (standardItems(counted.standard).length === 0) reserved++;
    else if (counted.applicability && OUT.includes(counted.applicability)) notApplicable++;
    else {
      // A level of NA is a proposal of `na_size`; until the leader confirms it, the standard counts like any other one.
      const count = level === 'M' ? counts.M : counts.O;
      count.total++;
      count[verdictOf(counted, level === 'M')]++;
    }
  }
  const percent = (complied: number): number => (counts.O.total === 0 ? 100 : (100 * complied) / counts.O.total);
  const otherPercent = { worst: percent(counts.O.complied), best: percent(counts.O.complied + counts.O.undecided) };
  const fails = counts.M.notComplied > 0 || otherPercent.best < rule.otherPercent;
  const passes = counts.M.complied === counts.M.total && otherPercent.worst >= rule.otherPercent;
  return { mandatory: counts.M, other: counts.O, notApplicable, reserved, otherPercent, forecast: fails ? 'fails' : passes ? 'passes' : 'open' };
}

type MutableCount = { -readonly [K in keyof LevelCount]: LevelCount[K] };
const emptyCount = (): MutableCount => ({ total: 0, complied: 0, notComplied: 0, undecided: 0 });

function verdictOf(counted: CountedStandard, mandatory: boolean): 'complied' | 'notComplied' | 'undecided' {
  // Allowed on other-than-mandatory ones only; it stays in the denominator as not complied: it is what the percentage is for.
  if (counted.applicability === 'elected_exempt' && !mandatory) return 'notComplied';
  switch (counted.result) {
    case 'in_compliance':
    case 'in_compliance_comment': return counted.hasUnmetItem ? 'undecided' : 'complied';
    case 'partial':
    case 'not_in_compliance': return 'notComplied';
    case 'not_reviewed':
    case 'in_review':
    case 'verify_on_site':
    case 'unable_to_verify':
    case undefined: return 'undecided';
  }
}
