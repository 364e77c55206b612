import { join } from 'node:path';
import { openFileBytes } from './files/openFileBytes.ts';
import { openData } from './openData.ts';
import { catchUpWithList } from './purge/purge.ts';
import { runPurge } from './purge/purgeCommand.ts';
import { PURGED_LIST, purgedListFile } from './purge/purgedList.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);
if (!settings.ok) {
  process.stderr.write(`${settings.error.join('\n')}\n`);
  process.exit(1);
}

process.exitCode = await runPurge(process.argv.slice(2), {
  print: (line) => { process.stdout.write(`${line}\n`); },
  printError: (line) => { process.stderr.write(`${line}\n`); },
  async withData(work) {
    const { store } = await openData(settings.value);
    try {
      const places = { fileBytes: await openFileBytes(settings.value), purgedList: purgedListFile(join(settings.value.dataFolder, PURGED_LIST)) };
      await catchUpWithList(store, places);
      return await work({ store, nowMs: Date.now, ...places });
    } finally {
      await store.close();
    }
  },
});
