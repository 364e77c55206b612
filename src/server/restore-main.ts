import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { restoreBackup, restoreFilesOnly } from './backup/restoreBackup.ts';
import { runRestore } from './backup/restoreCommand.ts';
import { openFileBytes } from './files/openFileBytes.ts';
import { readSettings } from './settings.ts';
import { openStore } from './store/openStore.ts';

const printError = (line: string): void => { process.stderr.write(`${line}\n`); };

const read = readSettings(process.env);
if (!read.ok) {
  for (const line of read.error) printError(line);
  process.exit(1);
}
const settings = read.value;
const { dataFolder } = settings;

process.exitCode = await runRestore(process.argv.slice(2), {
  dataFolder, printError,
  print: (line) => { process.stdout.write(`${line}\n`); },
  missingKeys: () => ['server.key', 'purged.list'].filter((name) => !existsSync(name === 'server.key' ? settings.serverKeyFile ?? join(dataFolder, name) : join(dataFolder, name))),
  async restore(backup, root, force) {
    if (!settings.database) {
      const objects = settings.objectStore ? await openFileBytes(settings) : undefined;
      return restoreBackup(backup, root, { dataFolder, objects }, { force, nowMs: Date.now() });
    }
    const store = await openStore(settings, Date.now());
    try {
      return await restoreFilesOnly(backup, root, store, await openFileBytes(settings), Date.now());
    } finally {
      await store.close();
    }
  },
});
