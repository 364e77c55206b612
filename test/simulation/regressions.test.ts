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
  {
    told: '[L23] what a tablet had sent before it was lost comes back to a restored server by a colleague’s tablet',
    seed: 551, store: 'memory', opsPerAnswer: 9, opsPerPush: 500,
    steps: [
      { what: 'back-up', who: 'ines', dice: 922824106 }, { what: 'write', who: 'dale', dice: 393352899 }, { what: 'sync', who: 'dale', dice: 1671851237 }, { what: 'sync', who: 'ines', dice: 1274399355 },
      { what: 'lose', who: 'dale', dice: 1417232286 }, { what: 'restore', who: 'marta', dice: 1476172516 },
    ],
  },
  {
    told: '[S40] what a server held for a newer build, and forgot with a restore that nobody noticed, is sent again',
    seed: 4176, store: 'memory', opsPerAnswer: 4, opsPerPush: 1,
    steps: [
      { what: 'write', who: 'dale', dice: 1203926791 }, { what: 'sync', who: 'dale', dice: 453437841 }, { what: 'write', who: 'dale', dice: 322627505 }, { what: 'back-up', who: 'nora', dice: 1960603814 },
      { what: 'sync', who: 'dale', dice: 1086524018 }, { what: 'restore', who: 'spy', dice: 1753345890 },
    ],
  },
];

for (const { told, ...plan } of FOUND) {
  test(told, { timeout: 60_000 }, async () => {
    const { runPlan } = await loadSimulation();
    expect((await runPlan(plan)).failure).toBeUndefined();
  });
}
