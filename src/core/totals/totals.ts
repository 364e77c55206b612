import * as v from 'valibot';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { FINDING_STATES, PRIORITIES, type FindingStateValue, type Priority } from '#core/finding/values.ts';
import { PROGRAMS, type Program } from '#core/manual/edition.ts';
import type { VisitCard } from '#core/visit/visitCard.ts';

/** Where an agency stands on its path, as far as its visits and findings tell. */
export const AGENCY_STAGES = ['no_visit', 'visit_planned', 'under_visit', 'visited', 'working_on_gaps', 'gaps_closed'] as const;
export type AgencyStage = (typeof AGENCY_STAGES)[number];
export const VISIT_PHASES = ['planned', 'under_way', 'finished'] as const;
export type VisitPhase = (typeof VISIT_PHASES)[number];

export type Counted<Key extends string> = { readonly key: Key; readonly count: number };
/** `parts`: absent where the count is so small that they would tell of one agency. */
export type Group<Key extends string, Part extends string> = Counted<Key> & { readonly parts?: readonly Counted<Part>[] | undefined };

export type Totals = {
  readonly agencies: number;
  readonly byProgram: readonly Group<Program | 'none', AgencyStage>[];
  readonly visits: Group<'all', VisitPhase>;
  readonly findings: number;
  readonly byState: readonly Group<FindingStateValue | 'conflict', Priority | 'none'>[];
};

export type CountedAgency = {
  readonly program: Program | undefined;
  readonly visits: readonly Pick<VisitCard, 'startDate' | 'endDate'>[];
  readonly findings: readonly Pick<AgencyFinding, 'state' | 'priority'>[];
  /** `YYYY-MM-DD` in the agency's time zone. */
  readonly today: string;
};

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const groupOf = <Key extends string, Part extends string>(keys: readonly Key[], parts: readonly Part[]) =>
  v.object({ key: v.picklist(keys), count: whole, parts: v.optional(v.array(v.object({ key: v.picklist(parts), count: whole }))) });

/** `GET /api/totals`. */
export const totalsAnswer = v.object({
  agencies: whole,
  byProgram: v.array(groupOf([...PROGRAMS, 'none'], AGENCY_STAGES)),
  visits: groupOf(['all'], VISIT_PHASES),
  findings: whole,
  byState: v.array(groupOf([...FINDING_STATES, 'conflict'], [...PRIORITIES, 'none'])),
});

/** A group smaller than this is not broken down: two agencies that know themselves would know each other. */
const SMALLEST_BROKEN_DOWN = 3;

/** Sums over all agencies, without a name, a place or a date in them. */
export function totalsOf(agencies: readonly CountedAgency[]): Totals {
  const visits = agencies.flatMap(({ visits: own, today }) => own.map((visit) => phaseOf(visit, today)));
  const findings = agencies.flatMap((agency) => agency.findings);
  return {
    agencies: agencies.length,
    byProgram: groups(agencies, ({ program }) => program ?? 'none', stageOf, [...PROGRAMS, 'none'], AGENCY_STAGES),
    visits: group('all', visits, (phase) => phase, VISIT_PHASES),
    findings: findings.length,
    byState: groups(findings, stateOf, ({ priority }) => priority ?? 'none', STATES, [...PRIORITIES, 'none']),
  };
}

const STATES = ['published', 'in_progress', 'evidence_submitted', 'returned', 'verified_closed', 'reopened', 'accepted_risk', 'conflict'] as const;
const SETTLED: readonly string[] = ['verified_closed', 'accepted_risk'];

const stateOf = ({ state }: Pick<AgencyFinding, 'state'>): FindingStateValue | 'conflict' => (state.kind === 'state' ? state.value : 'conflict');

function phaseOf({ startDate, endDate }: Pick<VisitCard, 'startDate' | 'endDate'>, today: string): VisitPhase {
  if (startDate === '' || today < startDate) return 'planned';
  return endDate !== '' && today > endDate ? 'finished' : 'under_way';
}

function stageOf({ visits, findings, today }: CountedAgency): AgencyStage {
  const phases = visits.map((visit) => phaseOf(visit, today));
  if (phases.includes('under_way')) return 'under_visit';
  if (findings.length > 0) return findings.every((finding) => SETTLED.includes(stateOf(finding))) ? 'gaps_closed' : 'working_on_gaps';
  if (phases.includes('finished')) return 'visited';
  return phases.includes('planned') ? 'visit_planned' : 'no_visit';
}

function groups<T, Key extends string, Part extends string>(
  all: readonly T[], keyOf: (one: T) => Key, partOf: (one: T) => Part, keys: readonly Key[], parts: readonly Part[],
): readonly Group<Key, Part>[] {
  return keys.map((key) => group(key, all.filter((one) => keyOf(one) === key), partOf, parts)).filter(({ count }) => count > 0);
}

function group<T, Key extends string, Part extends string>(key: Key, members: readonly T[], partOf: (one: T) => Part, parts: readonly Part[]): Group<Key, Part> {
  if (members.length < SMALLEST_BROKEN_DOWN) return { key, count: members.length };
  const counted = parts.map((part) => ({ key: part, count: members.filter((one) => partOf(one) === part).length }));
  return { key, count: members.length, parts: counted.filter(({ count }) => count > 0) };
}
