import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './repoFiles.ts';

type CountTests = (reportFile: string, endedWell: boolean) => { readonly passed: number; readonly failed: number };

const folder = mkdtempSync(join(tmpdir(), 'cotejo-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { countTests }: { readonly countTests: CountTests } = await import(join(ROOT, 'src/tools/countTests.mjs'));

test('what passed and what failed is counted', () => {
  expect(countTests(report({ passed: 3, files: [['passed', 'passed', 'failed'], ['passed']] }), false)).toEqual({ passed: 3, failed: 1 });
});

test('a test file that could not be loaded is a failure, not nothing', () => {
  expect(countTests(report({ passed: 1, files: [['passed'], []] }), false)).toEqual({ passed: 1, failed: 1 });
});

test('a run that ended badly although every test in it passed is a failure', () => {
  expect(countTests(report({ passed: 1, files: [['passed']] }), false)).toEqual({ passed: 1, failed: 1 });
  expect(countTests(report({ passed: 1, files: [['passed']] }), true)).toEqual({ passed: 1, failed: 0 });
});

test('a run that left no report is a failure', () => {
  expect(countTests(join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1 });
});

function report({ passed, files }: { readonly passed: number; readonly files: readonly (readonly string[])[] }): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({
    numPassedTests: passed,
    numFailedTests: files.flat().filter((status) => status === 'failed').length,
    testResults: files.map((statuses) => ({
      status: statuses.length > 0 && statuses.every((status) => status === 'passed') ? 'passed' : 'failed',
      assertionResults: statuses.map((status) => ({ status })),
    })),
  }));
  return path;
}
