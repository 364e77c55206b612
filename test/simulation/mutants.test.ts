import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { huntMutant } from './huntMutant.ts';
import { mutants } from './mutants.ts';
import { smallBatches } from './patches.ts';

const ROOT = join(import.meta.dirname, '../..');

test('every mutant still fits the product’s text: one place each', () => {
  const lost = [...smallBatches, ...mutants.flatMap(({ patches }) => patches)].filter(({ file, find }) => readFileSync(join(ROOT, file), 'utf8').split(find).length !== 2);
  expect(lost.map(({ file, find }) => `${file}: ${find}`)).toEqual([]);
});

test('the simulation notices a bug that it is shown (`npm run simulate:mutants` shows it all of them)', { timeout: 120_000 }, async () => {
  const lastWriteWins = mutants.find(({ name }) => name === 'last write wins');
  expect(lastWriteWins && (await huntMutant(lastWriteWins, 200))?.claim).toBe('every distinct head is visible');
});
