import { parseArgs } from 'node:util';
import { joinLink, readJoinCode } from '#core/people/joinCode.ts';
import { proposeCode } from '#core/people/proposeCode.ts';
import { INVITATION_DAYS, invitationRequest, type InvitationMade } from '#core/protocol/identityWire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { normalEmail } from '#server/auth/normalEmail.ts';
import * as v from 'valibot';
import { makeInvitation, makeReset, type InviteDeps, type InviteError } from './makeInvitation.ts';

export const ADMIN_USAGE = [
  'Usage / Uso: npm run admin -- --email E-MAIL --name "NAME"',
  '  --email  of the administrator / de quien administra',
  '  --name   as it will be shown / como se mostrará',
  '  --code   initials said aloud; proposed from the name / iniciales; se proponen a partir del nombre',
  '  --url    public address of this server, for the link / dirección pública de este servidor, para el enlace',
].join('\n');

type AdminArguments = { readonly email: string; readonly name: string; readonly code: string | undefined; readonly url: string };

type CommandIo = {
  /** Opened only once the command line has been understood. */
  readonly withStore: <T>(work: (deps: InviteDeps) => Promise<T>) => Promise<T>;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Where this server listens, when `--url` is not given. */
  readonly address: string;
};

/**
 * `npm run admin`: the way in to a production server that knows nobody, for whoever has its command line. An administrator who is
 * there already gets a code for a new password. Gives the exit code.
 */
export async function runAdmin(argv: readonly string[], { withStore, print, printError, address }: CommandIo): Promise<number> {
  const args = adminArguments(argv, address);
  if (!args.ok) {
    for (const line of [args.error, '', ADMIN_USAGE]) printError(line);
    return 1;
  }
  const { email, name, url } = args.value;
  const made = await withStore((deps) => inviteAdministrator(deps, args.value));
  if (!made.ok) {
    for (const line of explain(made.error, email)) printError(line);
    return 1;
  }
  for (const line of welcome(made.value, name, url)) print(line);
  return 0;
}

async function inviteAdministrator(deps: InviteDeps, { email, name, code }: AdminArguments): Promise<Result<InvitationMade, InviteError>> {
  const { known, taken } = await deps.store.transaction(async (tx) => {
    const accounts = await tx.people.accounts();
    return { known: accounts.find((account) => account.email === normalEmail(email)), taken: [...accounts, ...(await tx.invitations.open(deps.nowMs()))].map((one) => one.code) };
  });
  if (known?.role === 'admin') {
    const reset = await makeReset(deps, 'operator', known.id);
    return reset.ok ? reset : err({ type: 'not-allowed' });
  }
  return makeInvitation(deps, 'operator', { role: 'admin', name, email, code: code ?? proposeCode(name, taken) });
}

function welcome({ joinCode, expiresAtMs }: InvitationMade, name: string, url: string): readonly string[] {
  const code = readJoinCode(joinCode);
  if (!code.ok) throw new Error('the server made a code that cannot be read');
  const until = new Date(expiresAtMs).toISOString().slice(0, 10);
  return [
    '',
    `Invitación de administración para ${name} / Administrator's invitation for ${name}`,
    '',
    `  ${joinLink(url, code.value)}`,
    '',
    `  Código / Code:  ${joinCode}`,
    '',
    `Sirve una vez y hasta el ${until} (${INVITATION_DAYS} días). Se muestra sólo ahora.`,
    `Good once and until ${until} (${INVITATION_DAYS} days). It is shown only now.`,
    'En la aplicación instalada: «Tengo un código». / In the installed app: “I have a code”.',
    '',
  ];
}

function explain(error: InviteError, email: string): readonly string[] {
  switch (error.type) {
    case 'email-taken':
    case 'not-allowed': return [
      `${email} ya tiene una cuenta que no es de administración. Use otro correo.`,
      `${email} has an account already that is not an administrator's. Use another e-mail.`,
    ];
    case 'already-invited': return [
      `${email} ya tiene una invitación abierta. Espere a que venza, anúlela en la pantalla de personas, o use otro correo.`,
      `${email} has an open invitation already. Wait until it expires, revoke it on the people screen, or use another e-mail.`,
    ];
    case 'code-taken': return ['Otra persona tiene ese código; indique otro con --code.', 'Another person has this code; give another one with --code.'];
  }
}

function adminArguments(argv: readonly string[], address: string): Result<AdminArguments, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { email, name, code, url } = parsed.value;
  if (email === undefined || name === undefined) return err('--email and --name are needed. / Faltan --email o --name.');
  const fits = v.safeParse(invitationRequest, { role: 'admin', email, name, code: code ?? 'AA' });
  if (!fits.success) return err('The e-mail, the name or the code cannot be taken. / El correo, el nombre o el código no se pueden usar.');
  if (code === undefined && proposeCode(name, []).length < 2) return err('Give the initials with --code. / Indique las iniciales con --code.');
  if (url !== undefined && !/^https?:\/\/[^/]+/.test(url)) return err('--url begins with https:// / --url empieza con https://');
  return ok({ email: fits.output.email, name: fits.output.name, code, url: url ?? address });
}

const OPTIONS = { email: { type: 'string' }, name: { type: 'string' }, code: { type: 'string' }, url: { type: 'string' } } as const;

function parse(argv: readonly string[]): Result<{ email?: string; name?: string; code?: string; url?: string }, string> {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values);
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}
