import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const RUNS = 500;
const BATCH = 100;

for (let from = 0; from < RUNS; from += BATCH) {
  test(`[M1] [L2] [L4] [L5] [F2] three tablets, a server and a spy: nothing lost, nothing leaked, all equal (seeds ${from + 1}–${from + BATCH})`, { timeout: 240_000 }, async () => {
    let ops = 0;
    for (let seed = from + 1; seed <= from + BATCH; seed++) {
      const run = await simulate(seed);
      ops += run.ops;
      expect(run.problems, `seed ${seed}`).toEqual([]);
    }
    // A simulation in which nobody does anything would pass as well.
    expect(ops / BATCH).toBeGreaterThan(15);
  });
}
