import type { ScopeState } from '#core/op/scopeState.ts';
import { DIRECTIVE_FIELD } from '#core/manual/standardItems.ts';
import type { Rating } from '#core/rating/rating.ts';
import { interviewsOf, type Interview } from './interview.ts';
import { observationsOf, type Observation } from './observation.ts';
import type { Outcome } from './values.ts';

export type Light = Outcome | 'none';

/** The three lights of a standard, and the records behind two of them. */
export type StandardEvidence = {
  readonly document: Light;
  readonly interview: Light;
  readonly observation: Light;
  readonly interviews: readonly Interview[];
  readonly observations: readonly Observation[];
};

export const NO_EVIDENCE: StandardEvidence = { document: 'none', interview: 'none', observation: 'none', interviews: [], observations: [] };

/**
 * Evidence by standard id. A contradiction outshines support: one witness against is a reason to look. Documents are not
 * records of their own yet: their light is the item *written directive* in the ratings. A barrier counts as seen, never as support.
 */
export function evidenceByStandard(visit: ScopeState, ratings: ReadonlyMap<string, readonly Rating[]>): ReadonlyMap<string, StandardEvidence> {
  const found = new Map<string, { interviews: Interview[]; observations: Observation[] }>();
  const at = (standard: string): { interviews: Interview[]; observations: Observation[] } => {
    const known = found.get(standard);
    if (known) return known;
    const made = { interviews: [], observations: [] };
    found.set(standard, made);
    return made;
  };
  for (const interview of interviewsOf(visit)) for (const id of interview.standards) at(id).interviews.push(interview);
  for (const observation of observationsOf(visit)) for (const id of observation.standards) at(id).observations.push(observation);
  for (const [standard, list] of ratings) if (list.some((rating) => rating.bullets.has(DIRECTIVE_FIELD))) at(standard);

  return new Map(
    [...found].map(([standard, { interviews, observations }]) => [
      standard,
      {
        document: brightest((ratings.get(standard) ?? []).flatMap(directiveLight)),
        interview: brightest(interviews.filter(saysSomething).map((interview) => interview.outcome ?? 'inconclusive')),
        observation: brightest(observations.map((observation) => (observation.barrier ? 'inconclusive' : (observation.outcome ?? 'inconclusive')))),
        interviews,
        observations,
      },
    ]),
  );
}

function directiveLight(rating: Rating): readonly Outcome[] {
  switch (rating.bullets.get(DIRECTIVE_FIELD)) {
    case 'met': return ['supports'];
    case 'not_met': return ['contradicts'];
    case 'na':
    case 'not_reviewed':
    case undefined: return [];
  }
}

function brightest(outcomes: readonly Outcome[]): Light {
  for (const outcome of ['contradicts', 'supports', 'inconclusive'] as const) if (outcomes.includes(outcome)) return outcome;
  return 'none';
}

/** An interview begins with its consent; until a word or an outcome is noted it is evidence of nothing. */
const saysSomething = (interview: Interview): boolean => interview.outcome !== undefined || interview.text.text.trim() !== '';

/** "All met" is offered only when at least one piece of evidence is tied to the standard. */
export const hasEvidence = (evidence: StandardEvidence | undefined): boolean =>
  evidence !== undefined && (evidence.interviews.some(saysSomething) || evidence.observations.length > 0);
