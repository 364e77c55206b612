import { huntMutant } from './huntMutant.ts';
import { mutants } from './mutants.ts';

/** Seeds that a mutant must survive to count as alive. */
const SEEDS = 1_500;

/** Puts one known bug after the other into the product's text as it is loaded; ends with 1 where the simulation does not notice one. */
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
let alive = 0;
for (const mutant of mutants) {
  const killed = await huntMutant(mutant, SEEDS);
  if (!killed) alive += 1;
  say(killed ? `killed  ${mutant.name.padEnd(52)} seed ${String(killed.seed).padStart(4)}: ${killed.claim}` : `ALIVE   ${mutant.name} after ${SEEDS} seeds`);
}
say(`${mutants.length - alive} of ${mutants.length} mutants killed`);
process.exit(alive > 0 ? 1 : 0);
