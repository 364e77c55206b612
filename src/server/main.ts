import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_PASSWORD } from '#core/people/judgePassword.ts';
import { ACCOUNT_ROLES, type AccountRole } from '#core/people/role.ts';
import { readSettings } from './settings.ts';
import { startServer, type RunningServer, type StartError } from './startServer.ts';
import type { Account } from './store/peopleTables.ts';

const CLOSING_MS = 10_000;

const print = (...lines: readonly string[]): void => { process.stdout.write(`${lines.join('\n')}\n`); };
const fail = (...lines: readonly string[]): never => {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(1);
};

const ROLE_WORDS: Readonly<Record<AccountRole, string>> = {
  admin: 'administración / administrator',
  regional_manager: 'gerente regional del proyecto / regional manager',
  team_leader: 'líder de equipo / team leader',
  technical_advisor: 'asesor técnico / technical advisor',
  accreditation_manager: 'gerente de acreditación / accreditation manager',
  agency_reader: 'consulta de la agencia / agency reader',
  observer: 'observador externo / observer',
};

const settings = readSettings(process.env);
if (!settings.ok) fail('Cotejo cannot start with these settings / Cotejo no puede iniciar con esta configuración:', ...settings.error.map((line) => `  ${line}`));
else {
  const client = join(dirname(fileURLToPath(import.meta.url)), '..', 'client');
  const started = await startServer(settings.value, existsSync(join(client, 'index.html')) ? client : undefined);
  if (started.ok) run(started.value);
  else fail(...explain(started.error));
}

function run(server: RunningServer): void {
  if (server.restored) print('The database is not the one that ran last (a restored back-up?): tablets will send everything again.');
  print('', `Cotejo: ${server.url}`, '');
  if (server.demoAccounts.length > 0) print(...demoWelcome(server.demoAccounts));

  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => fail('Requests were still open after 10 s; closing all the same.'), CLOSING_MS).unref();
    void server.close().then(() => process.exit(0), (error: unknown) => fail(String(error)));
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

function demoWelcome(accounts: readonly Account[]): readonly string[] {
  const ordered = ACCOUNT_ROLES.flatMap((role) => accounts.filter((account) => account.role === role));
  const people = ordered.map(({ email, name, role }) => `  ${email.padEnd(24)}${name} (${ROLE_WORDS[role]})`);
  return [
    'Demostración: personas, agencias y textos inventados. / Demo: invented people, agencies and texts.', ...people,
    `Contraseña de todas las cuentas / Password of every account: ${DEMO_PASSWORD}`, '',
  ];
}

function explain(error: StartError): readonly string[] {
  switch (error.type) {
    case 'demo-accounts-in-production':
      return [
        `${error.place} holds the demo, whose passwords everybody knows. Choose another one, or start the demo with npm start.`,
        `${error.place} tiene la demostración, con contraseñas que todos conocen. Elija otro, o inicie la demostración con npm start.`,
      ];
    case 'database-unreachable':
      return [
        `The database of DATABASE_URL does not answer: ${error.reason}`,
        `La base de datos de DATABASE_URL no responde: ${error.reason}`,
      ];
    case 'files-unreachable':
      return [
        `The object store of FILES_URL does not answer, or does not let this server in: ${error.reason}`,
        `El almacén de archivos de FILES_URL no responde o no deja entrar a este servidor: ${error.reason}`,
      ];
    case 'other-files-folder':
      return [
        `${error.path} is not the folder that the other instances of this database keep their files in. Mount the same folder everywhere, or use an object store (FILES_URL).`,
        `${error.path} no es la carpeta donde las demás instancias de esta base de datos guardan sus archivos. Monte la misma carpeta en todas, o use un almacén de objetos (FILES_URL).`,
      ];
    case 'other-server-key':
      return [
        `${error.path} is missing, or is not the key file of this database. Every instance needs the same one: copy it from another instance or from its back-up, and name it with SERVER_KEY_FILE.`,
        `${error.path} no existe o no es el archivo de claves de esta base de datos. Todas las instancias usan el mismo: cópielo de otra instancia o de su respaldo e indíquelo con SERVER_KEY_FILE.`,
      ];
    case 'port-in-use':
      return [
        `Port ${error.port} on ${error.host} is in use. Is Cotejo running already? Another port: PORT=4180 npm start`,
        `El puerto ${error.port} de ${error.host} está ocupado. ¿Ya está abierto Cotejo? Otro puerto: PORT=4180 npm start`,
      ];
  }
}
