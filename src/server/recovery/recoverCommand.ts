import { parseArgs } from 'node:util';
import { readShare, type RecoveryShare } from '#core/people/recoveryShare.ts';
import { inGroups } from '#core/people/symbols.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { InviteDeps } from '#server/invitations/makeInvitation.ts';
import { answerRecovery, type AnswerError } from './answerRecovery.ts';
import { waitingRequests } from './askRecovery.ts';
import { noteFailedRecovery } from './noteFailedRecovery.ts';

export const RECOVER_USAGE = [
  'Usage / Uso: npm run recover                                           lists who asks / muestra quién lo pide',
  '             npm run recover -- --request CODE --share FILE --share FILE',
  '  --request  the code that the person reads out from their tablet / el código que la persona lee en su tableta',
  '  --share    each of the two files of the recovery key / cada uno de los dos archivos de la clave de recuperación',
].join('\n');

type CommandIo = {
  readonly withStore: <T>(work: (deps: InviteDeps) => Promise<T>) => Promise<T>;
  readonly readFile: (path: string) => Promise<string>;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** `npm run recover`: two people answer the request of a tablet whose password was forgotten. Gives the exit code. */
export async function runRecover(argv: readonly string[], io: CommandIo): Promise<number> {
  const args = recoverArguments(argv);
  if (!args.ok) return failed(io, [args.error, '', RECOVER_USAGE]);
  const { request, files } = args.value;
  if (request === undefined) {
    await io.withStore((deps) => list(deps, io.print));
    return 0;
  }
  const shares = await readShares(files, io.readFile);
  if (!shares.ok) return failed(io, shares.error);
  return io.withStore(async (deps) => {
    const answered = await answerRecovery(deps, request, shares.value);
    if (!answered.ok) {
      await noteFailedRecovery(deps, request, shares.value, answered.error.type);
      return failed(io, explain(answered.error));
    }
    const { name, key } = answered.value;
    const holders = [...key.holders];
    for (const line of [
      `Respondida la solicitud de ${name}, con las partes de ${holders.join(' y ')}; ambos nombres quedan en el registro. La tableta abre en cuanto tenga red, y pide una contraseña nueva.`,
      `Answered the request of ${name}, with the shares of ${holders.join(' and ')}; both names are in the log. The tablet opens as soon as it has a network, and asks for a new password.`,
    ]) io.print(line);
    return 0;
  });
}

function failed(io: CommandIo, lines: readonly string[]): number {
  for (const line of lines) io.printError(line);
  return 1;
}

async function list({ store, nowMs }: InviteDeps, print: (line: string) => void): Promise<void> {
  const waiting = await store.transaction((tx) => waitingRequests(tx, nowMs()));
  if (waiting.length === 0) print('Nadie espera una recuperación. / Nobody waits for a recovery.');
  for (const { code, name, email, keyId, askedAtMs } of waiting) {
    print(`${code}   ${name} <${email}>   ${new Date(askedAtMs).toISOString().slice(0, 16).replace('T', ' ')} UTC   clave / key ${inGroups(keyId)}`);
  }
}

async function readShares(files: readonly [string, string], readFile: CommandIo['readFile']): Promise<Result<readonly [RecoveryShare, RecoveryShare], readonly string[]>> {
  const read: RecoveryShare[] = [];
  for (const file of files) {
    let text: string;
    try {
      text = await readFile(file);
    } catch (cause) {
      if (cause instanceof Error) return err([`${file}: ${cause.message}`]);
      throw cause;
    }
    const share = readShare(text);
    if (!share.ok) {
      return err(share.error.type === 'not-a-share'
        ? [`${file}: no contiene una parte de la clave (una línea que empieza con R1 o R2). / holds no share of the key (a line that begins with R1 or R2).`]
        : [`${file}: la parte tiene un error de copia; revísela letra por letra. / the share was copied with a mistake; check it letter by letter.`]);
    }
    read.push(share.value);
  }
  const [one, other] = read;
  if (!one || !other) throw new Error('two files give two shares');
  return ok([one, other]);
}

function explain(error: AnswerError): readonly string[] {
  switch (error.type) {
    case 'no-such-request': return ['Ninguna solicitud tiene este código. Pida a la persona que lo lea otra vez.', 'No request has this code. Ask the person to read it out again.'];
    case 'expired': return ['La solicitud venció: valía siete días. La persona puede hacer otra en su tableta.', 'The request has expired: it was good for seven days. The person can make another on their tablet.'];
    case 'done': return error.state === 'answered'
      ? ['Esta solicitud ya se respondió.', 'This request has been answered already.']
      : ['Un administrador rechazó esta solicitud.', 'An administrator refused this request.'];
    case 'same-part': return [`Las dos son la parte ${error.part}. Hace falta la parte ${error.part === 1 ? 2 : 1}.`, `Both are share ${error.part}. Share ${error.part === 1 ? 2 : 1} is needed.`];
    case 'shares-differ': return [
      `Las partes son de claves distintas: ${error.keyIds.map(inGroups).join(' y ')}.`, `The shares are of different keys: ${error.keyIds.map(inGroups).join(' and ')}.`,
    ];
    case 'other-key': return [
      `Esta tableta se cerró con la clave ${inGroups(error.wanted)} y estas partes son de la clave ${inGroups(error.given)}. Hacen falta las partes de ${inGroups(error.wanted)}.`,
      `This tablet was sealed to the key ${inGroups(error.wanted)}, and these shares are of the key ${inGroups(error.given)}. The shares of ${inGroups(error.wanted)} are needed.`,
    ];
    case 'not-the-key': return ['Juntas, estas partes no forman la clave: una de ellas no es la suya.', 'Together these shares are not the key: one of them does not belong to it.'];
    case 'box-damaged': return ['Lo que mandó la tableta no abre con esta clave. Pida a la persona que haga otra solicitud.', 'What the tablet sent does not open with this key. Ask the person to make another request.'];
  }
}

type RecoverArguments = { readonly request: string; readonly files: readonly [string, string] } | { readonly request: undefined; readonly files: undefined };

function recoverArguments(argv: readonly string[]): Result<RecoverArguments, string> {
  try {
    const { values } = parseArgs({ args: [...argv], options: { request: { type: 'string' }, share: { type: 'string', multiple: true } }, strict: true });
    if (values.request === undefined && values.share === undefined) return ok({ request: undefined, files: undefined });
    const [one, other, ...more] = values.share ?? [];
    if (values.request === undefined || one === undefined || other === undefined || more.length > 0) return err('--request and two --share are needed. / Hacen falta --request y dos --share.');
    return ok({ request: values.request, files: [one, other] });
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}
