import { randomBytes } from 'node:crypto';
import { runAdmin } from './invitations/adminCommand.ts';
import { openData } from './openData.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env);
if (!settings.ok) {
  process.stderr.write(`${settings.error.join('\n')}\n`);
  process.exit(1);
}
const { host, port } = settings.value;

process.exitCode = await runAdmin(process.argv.slice(2), {
  address: `http://${host}:${port}`,
  print: (line) => { process.stdout.write(`${line}\n`); },
  printError: (line) => { process.stderr.write(`${line}\n`); },
  async withStore(work) {
    const { store } = await openData(settings.value);
    try {
      return await work({ store, nowMs: Date.now, randomBytes });
    } finally {
      await store.close();
    }
  },
});
