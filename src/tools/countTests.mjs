import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads vitest's JSON report. A file that could not even be loaded is one failure, and so is a run that ended badly
 * although every test in it passed, or that left no report: what was not tested must not look tested.
 */
export function countTests(reportFile, endedWell) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const notLoaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const failed = report.numFailedTests + notLoaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && !endedWell ? 1 : failed };
}
