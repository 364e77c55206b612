import { readFile } from 'node:fs/promises';
import { commandIo } from './commandIo.ts';
import { runRecover } from './recovery/recoverCommand.ts';

process.exitCode = await runRecover(process.argv.slice(2), { ...commandIo(), readFile: (path) => readFile(path, 'utf8') });
