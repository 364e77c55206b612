// npm run simulate -- [--runs N] [--seed S], and npm run simulate:mutants: test/simulation, without vitest around it.
import { spawnSync } from 'node:child_process';
import { commandOf, prepare, root } from './prepare.mjs';

const [which, ...args] = process.argv.slice(2);
const command = which === 'mutants' ? 'mutants.command.ts' : 'simulate.command.ts';
await prepare({ build: false });
const { status } = spawnSync(process.execPath, [commandOf('tsx', 'dist', 'cli.mjs'), `test/simulation/${command}`, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
process.exit(status ?? 1);
