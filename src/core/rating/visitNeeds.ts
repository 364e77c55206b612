import type { ScopeState } from '#core/op/scopeState.ts';
import { hasEvidence } from '#core/visit/evidence.ts';
import { observationsOf, type Observation } from '#core/visit/observation.ts';
import { isDifferent, isGivenResult, isRated, teamOrOwnResult, type StandardOverview } from './visitOverview.ts';

/** What asks for this person, first things first. */
export type VisitNeeds = {
  /** Differences between advisors: the leader settles all of them, an advisor sees those that are partly their own. */
  readonly differences: readonly StandardOverview[];
  readonly toVerify: readonly StandardOverview[];
  /** Observations whose text two people changed without knowing of each other. */
  readonly textDifferences: readonly Observation[];
  /** Evidence is there, and the person has given no result. */
  readonly readyToRate: readonly StandardOverview[];
};

export function visitNeeds(visit: ScopeState, rows: readonly StandardOverview[], isLeader: boolean): VisitNeeds {
  const rated = rows.filter(isRated);
  return {
    differences: rows.filter((one) => isDifferent(one) && (isLeader || hasMyResult(one))),
    toVerify: rated.filter((one) => teamOrOwnResult(one) === 'verify_on_site'),
    textDifferences: observationsOf(visit).filter((observation) => observation.conflicts.includes('text')),
    readyToRate: rated.filter((one) => one.team.kind !== 'settled' && hasEvidence(one.evidence) && !hasMyResult(one)),
  };
}

const hasMyResult = (one: StandardOverview): boolean => one.mine !== undefined && isGivenResult(one.mine.result);
