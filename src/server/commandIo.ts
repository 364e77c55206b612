import { randomBytes } from 'node:crypto';
import type { InviteDeps } from './invitations/makeInvitation.ts';
import { openData } from './openData.ts';
import { readSettings, type Settings } from './settings.ts';

/** What the commands about who may in share: the terminal, and the store that the settings name. Ends the process where these cannot be read. */
export function commandIo() {
  const settings = readSettings(process.env);
  if (!settings.ok) {
    process.stderr.write(`${settings.error.join('\n')}\n`);
    process.exit(1);
  }
  return ioOf(settings.value);
}

const ioOf = (settings: Settings) => ({
  address: `http://${settings.host}:${settings.port}`,
  print: (line: string): void => { process.stdout.write(`${line}\n`); },
  printError: (line: string): void => { process.stderr.write(`${line}\n`); },
  async withStore<T>(work: (deps: InviteDeps) => Promise<T>): Promise<T> {
    const { store } = await openData(settings);
    try {
      return await work({ store, nowMs: Date.now, randomBytes });
    } finally {
      await store.close();
    }
  },
});
