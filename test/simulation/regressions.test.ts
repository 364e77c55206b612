import { expect, test } from 'vitest';
import { loadSimulation } from './loadSimulation.ts';
import type { Plan } from './steps.ts';

/** What the simulation has found, as the fewest steps that showed it. */
const FOUND: readonly (Plan & { readonly told: string })[] = [
  {
    told: '[G1] [G5] an op that is purged before its author has heard of its arrival stays in the picture, without its words',
    seed: 8, store: 'memory', opsPerAnswer: 9, opsPerPush: 1,
    steps: [{ what: 'write', who: 'marta', dice: 27302527 }, { what: 'crash', who: 'marta', dice: 393859671 }, { what: 'sync', who: 'marta', dice: 1159419629 }, { what: 'purge', who: 'dale', dice: 695331506 }],
  },
];

test.each(FOUND)('$told', { timeout: 60_000 }, async (plan) => {
  const { runPlan } = await loadSimulation();
  expect((await runPlan(plan)).failure).toBeUndefined();
});
