import { parseArgs } from 'node:util';
import { loadSimulation } from './loadSimulation.ts';

const USAGE = 'npm run simulate -- [--runs 1000] [--seed 1]';

/** Runs seeds one after the other, from `--seed` on; at the first that fails, says the fewest steps that break it, and ends with 1. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } });
const [runs, first] = [Number(values.runs), Number(values.seed)];
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(first) || first < 0) {
  say(USAGE);
  process.exit(2);
}

const simulation = await loadSimulation();
const startedAtMs = Date.now();
let ops = 0;
for (let seed = first; seed < first + runs; seed++) {
  const run = await simulation.runSeed(seed);
  ops += run.ops;
  if (run.failure) {
    say(`seed ${seed} fails (${run.failure.invariant}); looking for the fewest steps …`);
    say(await simulation.explain(seed, run.failure.invariant));
    process.exit(1);
  }
  const done = seed - first + 1;
  if (done % 100 === 0 || done === runs) say(`${done} of ${runs} runs, ${ops} ops, ${((Date.now() - startedAtMs) / done).toFixed(0)} ms a run: nothing broken`);
}
