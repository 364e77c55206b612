import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { purgedListFile } from '#server/purge/purgedList.ts';
import { anId, VISIT } from '#test/builders/opBuilder.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotejo-purged-'));
const path = join(folder, 'purged.list');
const purge = () => ({ scope: visitScope(VISIT), id: anId(), at: '2026-11-25T00:00:00.000Z' });
afterEach(() => rmSync(path, { force: true }));

test('[G4] what stands in the list is read again, in order, and once', () => {
  const [one, two] = [purge(), purge()];
  const list = purgedListFile(path);
  expect(list.read()).toEqual([]);
  list.append([one]);
  list.append([one, two]);
  expect(purgedListFile(path).read()).toEqual([one, two]);
});

test('[G4] a line that a crash cut off is not read, and does not spoil the next one', () => {
  const [one, two] = [purge(), purge()];
  purgedListFile(path).append([one]);
  appendFileSync(path, two.id.slice(0, 20));
  expect(purgedListFile(path).read()).toEqual([one]);
  purgedListFile(path).append([two]);
  expect(purgedListFile(path).read()).toEqual([one, two]);
  expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
});
