import { expect, test } from 'vitest';
import { loadSimulation } from './loadSimulation.ts';

/** Runs in `npm test`, over all parts. */
const RUNS = 5_000;
const PARTS = 4;
const BATCH = 125;
const TIMEOUT_MS = 300_000;

/** One of four files, so that they run beside each other. */
export function proveSeeds(part: 1 | 2 | 3 | 4): void {
  const first = ((part - 1) * RUNS) / PARTS + 1;
  for (let from = first; from < first + RUNS / PARTS; from += BATCH) {
    test(`[M1] [L2] [L4] [L5] [F2] tablets, a server and a spy on a bad network: nothing lost, nothing leaked, all equal (seeds ${from}–${from + BATCH - 1})`, { timeout: TIMEOUT_MS }, async () => {
      const { runSeed, explain } = await simulation();
      let ops = 0;
      for (let seed = from; seed < from + BATCH; seed++) {
        const run = await runSeed(seed);
        ops += run.ops;
        if (run.failure) expect.fail(await explain(seed, run.failure.invariant));
      }
      // A simulation in which nobody does anything would pass as well.
      expect(ops / BATCH).toBeGreaterThan(15);
    });
  }
}

let loaded: ReturnType<typeof loadSimulation> | undefined;
const simulation = (): ReturnType<typeof loadSimulation> => (loaded ??= loadSimulation());
