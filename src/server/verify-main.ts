import { openFileBytes } from './files/openFileBytes.ts';
import { readSettings } from './settings.ts';
import { isDatabaseThere } from './store/isDatabaseThere.ts';
import { openStore } from './store/openStore.ts';
import { runVerify } from './verify/verifyCommand.ts';
import { verifyStore } from './verify/verifyStore.ts';

const print = (line: string): void => { process.stdout.write(`${line}\n`); };
const printError = (line: string): void => { process.stderr.write(`${line}\n`); };

const settings = readSettings(process.env);
if (!settings.ok) {
  for (const line of settings.error) printError(line);
  process.exit(1);
}
if (!isDatabaseThere(settings.value)) {
  printError(`There is no database in ${settings.value.dataFolder}. / No hay base de datos en ${settings.value.dataFolder}.`);
  process.exit(1);
}
const store = await openStore(settings.value, Date.now());
try {
  const bytes = await openFileBytes(settings.value);
  process.exitCode = await runVerify({ verify: (report) => verifyStore({ store, bytes }, report), print, printError });
} finally {
  await store.close();
}
