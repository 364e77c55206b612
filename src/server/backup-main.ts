import { join } from 'node:path';
import { DATABASE } from './backup/backupManifest.ts';
import { runBackup } from './backup/backupCommand.ts';
import { makeBackup } from './backup/makeBackup.ts';
import { openFileBytes } from './files/openFileBytes.ts';
import { readSettings } from './settings.ts';
import { isDatabaseThere } from './store/isDatabaseThere.ts';
import { openStore } from './store/openStore.ts';

const printError = (line: string): void => { process.stderr.write(`${line}\n`); };

const read = readSettings(process.env);
if (!read.ok) {
  for (const line of read.error) printError(line);
  process.exit(1);
}
const settings = read.value;
const { dataFolder } = settings;

process.exitCode = await runBackup(process.argv.slice(2), {
  dataFolder, printError,
  print: (line) => { process.stdout.write(`${line}\n`); },
  usesPostgres: settings.database !== undefined,
  isThere: () => isDatabaseThere(settings),
  async back(root) {
    const bytes = await openFileBytes(settings);
    if (!settings.database) return makeBackup({ database: { path: join(dataFolder, DATABASE) }, bytes }, root, Date.now());
    const store = await openStore(settings, Date.now());
    try {
      return await makeBackup({ database: { store }, bytes }, root, Date.now());
    } finally {
      await store.close();
    }
  },
});
