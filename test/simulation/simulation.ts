import { INVARIANTS } from './broken.ts';
import { shrink } from './shrink.ts';
import { simulate, type Failure } from './simulate.ts';
import { planOf, type Plan } from './steps.ts';

export type Outcome = { readonly ops: number; readonly failure: (Failure & { readonly seed: number }) | undefined };

/** Runs the plan of a seed. */
export async function runSeed(seed: number): Promise<Outcome> {
  const { ops, failure } = await simulate(planOf(seed));
  return { ops, failure: failure && { seed, ...failure } };
}

/** Runs a plan that was written down. */
export const runPlan = (plan: Plan): Promise<{ readonly failure: Failure | undefined }> => simulate(plan);

/** What a person needs who mends a failing seed: the invariant, and the fewest steps that break it. */
export async function explain(seed: number, invariant: keyof typeof INVARIANTS): Promise<string> {
  const plan = await shrink(planOf(seed), invariant);
  const { told, failure } = await simulate(plan);
  return [
    `seed ${seed} breaks: ${INVARIANTS[invariant]}`, `  ${failure?.detail ?? ''}`, `store ${plan.store}, ${plan.opsPerAnswer} ops in an answer, ${plan.opsPerPush} in a push, ${plan.steps.length} steps:`,
    ...told.map((line) => `  ${line}`), 'as a plan:', `  ${JSON.stringify(plan)}`,
  ].join('\n');
}
