// What `npm run check` and `npm test` run: one entry is one check, with the command that performs it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, root } from './prepare.mjs';

const node = (title, ...args) => ({ title, command: process.execPath, args });

/** One type check for each part that tsconfig.json names: each has its own idea of what exists (`window`, `process`). */
export const typeChecks = () =>
  JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).references.map(({ path }) =>
    node(`types of ${path.replace('./', '')}`, commandOf('typescript', 'bin', 'tsc'), '-p', path),
  );

export const lint = node('lint', commandOf('oxlint', 'bin', 'oxlint'));
export const deadCode = node('dead code', commandOf('knip', 'bin', 'knip.js'));
export const build = node('build', '--input-type=module', '--eval', "import { prepare } from './src/tools/prepare.mjs'; await prepare();");

/** A run of vitest that tells people what happens, and `reportFile` what was counted. */
export const vitest = (title, reportFile, ...args) =>
  node(title, commandOf('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...args);
