import { INVARIANTS } from './broken.ts';
import { loadSimulation } from './loadSimulation.ts';
import type { Mutant } from './mutants.ts';

/** Runs seeds until one notices the mutant; nothing when none of them does. */
export async function huntMutant({ patches }: Mutant, seeds: number): Promise<{ readonly seed: number; readonly claim: string } | undefined> {
  const { runSeed } = await loadSimulation(patches);
  for (let seed = 1; seed <= seeds; seed++) {
    const { failure } = await runSeed(seed);
    if (failure) return { seed, claim: INVARIANTS[failure.invariant] };
  }
  return undefined;
}
