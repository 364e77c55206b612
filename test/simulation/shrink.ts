import type { Invariant } from './broken.ts';
import { simulate } from './simulate.ts';
import type { Plan } from './steps.ts';

/** Runs that a shrinking may cost. */
const MAX_RUNS = 600;

/** Takes steps away, large parts first, as long as the same invariant breaks without them. */
export async function shrink(plan: Plan, invariant: Invariant): Promise<Plan> {
  let runs = 0;
  const breaks = async (candidate: Plan): Promise<boolean> => {
    runs += 1;
    return (await simulate(candidate)).failure?.invariant === invariant;
  };
  let best = plan;
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.steps.length && runs < MAX_RUNS; ) {
      const fewer = { ...best, steps: [...best.steps.slice(0, from), ...best.steps.slice(from + size)] };
      if (await breaks(fewer)) best = fewer;
      else from += size;
    }
  }
  return best;
}
