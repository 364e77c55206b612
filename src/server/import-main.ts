import { readFile } from 'node:fs/promises';
import { installEdition } from './editions/installEdition.ts';
import { runImport } from './manuals/importCommand.ts';
import { readInWorker } from './manuals/readInWorker.ts';
import { openData } from './openData.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);
if (!settings.ok) {
  process.stderr.write(`${settings.error.join('\n')}\n`);
  process.exit(1);
}
const data = settings.value;

process.exitCode = await runImport(process.argv.slice(2), {
  readFile,
  readManual: (file, options) => readInWorker(new URL('./read-manual-worker.js', import.meta.url), file, options),
  print: (line) => { process.stdout.write(`${line}\n`); },
  printError: (line) => { process.stderr.write(`${line}\n`); },
  // Opened only now: a file that cannot be read must not make a database.
  async saveEdition(edition, sourceSha256) {
    const { store } = await openData(data);
    try {
      return await installEdition(store, edition, sourceSha256);
    } finally {
      await store.close();
    }
  },
});
