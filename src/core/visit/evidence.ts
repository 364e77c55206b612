import type { ScopeState } from '#core/op/scopeState.ts';
import { DIRECTIVE_FIELD } from '#core/manual/standardItems.ts';
import type { Rating } from '#core/rating/rating.ts';
import { formRecordsOf, type FormRecord } from '#core/form/formRecord.ts';
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
  /** Checklists with an answer about the standard: they count as seen. */
  readonly checklists: readonly FormRecord[];
};

export const NO_EVIDENCE: StandardEvidence = { document: 'none', interview: 'none', observation: 'none', interviews: [], observations: [], checklists: [] };

/**
 * Evidence by standard id. A contradiction outshines support: one witness against is a reason to look. Documents are not
 * records of their own yet: their light is the item *written directive* in the ratings. A barrier counts as seen, never as support.
 */
export function evidenceByStandard(visit: ScopeState, ratings: ReadonlyMap<string, readonly Rating[]>): ReadonlyMap<string, StandardEvidence> {
  const found = new Map<string, Found>();
  const at = (standard: string): Found => {
    const known = found.get(standard);
    if (known) return known;
    const made: Found = { interviews: [], observations: [], checklists: [] };
    found.set(standard, made);
    return made;
  };
  for (const interview of interviewsOf(visit)) for (const id of new Set([...interview.standards, ...interview.guideOutcomes.keys()])) at(id).interviews.push(interview);
  for (const checklist of formRecordsOf(visit)) for (const id of checklist.outcomes.keys()) at(id).checklists.push(checklist);
  for (const observation of observationsOf(visit)) for (const id of observation.standards) at(id).observations.push(observation);
  for (const [standard, list] of ratings) if (list.some((rating) => rating.bullets.has(DIRECTIVE_FIELD))) at(standard);

  return new Map(
    [...found].map(([standard, { interviews, observations, checklists }]) => [
      standard,
      {
        document: brightest((ratings.get(standard) ?? []).flatMap(directiveLight)),
        interview: brightest(interviews.filter(saysSomething).map((interview) => interview.guideOutcomes.get(standard) ?? interview.outcome ?? 'inconclusive')),
        observation: brightest([
          ...observations.map((observation) => (observation.barrier ? 'inconclusive' : (observation.outcome ?? 'inconclusive'))),
          ...checklists.flatMap((checklist) => checklist.outcomes.get(standard) ?? []),
        ]),
        interviews,
        observations,
        checklists,
      },
    ]),
  );
}

type Found = { readonly interviews: Interview[]; readonly observations: Observation[]; readonly checklists: FormRecord[] };

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
const saysSomething = (interview: Interview): boolean => interview.outcome !== undefined || interview.guideOutcomes.size > 0 || interview.text.text.trim() !== '';

/** "All met" is offered only when at least one piece of evidence is tied to the standard. */
export const hasEvidence = (evidence: StandardEvidence | undefined): boolean =>
  evidence !== undefined && (evidence.interviews.some(saysSomething) || evidence.observations.length > 0 || evidence.checklists.length > 0);
