import { parseArgs } from 'node:util';
import { showShare, type RecoveryShare } from '#core/people/recoveryShare.ts';
import { inGroups } from '#core/people/symbols.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { InviteDeps } from '#server/invitations/makeInvitation.ts';
import { makeRecoveryKey, type MakeKey } from './makeRecoveryKey.ts';
import type { StoredRecoveryKey } from './recoveryKeys.ts';

export const RECOVERY_KEY_USAGE = [
  'Usage / Uso: npm run recovery-key -- --holder "NAME" --holder "NAME" [--to FOLDER] [--replace]',
  '  --holder   who keeps each share, two people / quién guarda cada parte, dos personas',
  '  --to       writes two files instead of showing the shares / escribe dos archivos en vez de mostrar las partes',
  '  --replace  makes a new key where there is one / hace una clave nueva donde ya hay una',
].join('\n');

type CommandIo = {
  readonly withStore: <T>(work: (deps: InviteDeps) => Promise<T>) => Promise<T>;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Never overwrites; throws where it cannot write. */
  readonly writeFile: (folder: string, name: string, text: string) => Promise<string>;
};

type KeyArguments = Pick<MakeKey, 'holders' | 'replace'> & { readonly to: string | undefined };

/** `npm run recovery-key`: the key by which two people together open a tablet whose password was forgotten. Gives the exit code. */
export async function runRecoveryKey(argv: readonly string[], { withStore, print, printError, writeFile }: CommandIo): Promise<number> {
  const args = keyArguments(argv);
  if (!args.ok) {
    for (const line of [args.error, '', RECOVERY_KEY_USAGE]) printError(line);
    return 1;
  }
  const { to, holders, replace } = args.value;
  const hand: MakeKey['hand'] = async (key, shares) => {
    for (const share of shares) {
      const lines = shareText(key, share);
      if (to === undefined) {
        for (const line of ['', ...lines, '']) print(line);
        continue;
      }
      try {
        print(await writeFile(to, `cotejo-recovery-${key.id}-${share.part}.txt`, `${lines.join('\n')}\n`));
      } catch (cause) {
        if (cause instanceof Error) return err(cause.message);
        throw cause;
      }
    }
    return ok(undefined);
  };
  const made = await withStore((deps) => makeRecoveryKey(deps, { holders, replace, hand }));
  if (made.ok) {
    for (const line of [
      `Clave de recuperación ${inGroups(made.value.id)} lista. Cada persona guarda su parte aparte, fuera de este servidor; bórrela de aquí.`,
      `Recovery key ${inGroups(made.value.id)} is ready. Each person keeps their share apart, away from this server; delete it from here.`,
      'Las tabletas la conocen la próxima vez que abran con red. / Tablets know it the next time they open with a network.',
    ]) print(line);
    return 0;
  }
  for (const line of made.error.type === 'already-there' ? alreadyThere(made.error.key) : [
    `No se pudieron entregar las partes; no hay clave nueva. / The shares could not be handed over; there is no new key. (${made.error.why})`,
  ]) printError(line);
  return 1;
}

function shareText({ id, holders, madeAt }: StoredRecoveryKey, share: RecoveryShare): readonly string[] {
  return [
    `Cotejo · clave de recuperación ${inGroups(id)} · parte ${share.part} de 2 / recovery key ${inGroups(id)} · share ${share.part} of 2`,
    `Guarda / Keeper: ${holders[share.part - 1] ?? ''} · ${madeAt.slice(0, 10)}`,
    'Sola no abre nada. Con la otra parte abre una tableta cuya contraseña se olvidó: no guarde las dos juntas.',
    'Alone it opens nothing. With the other share it opens a tablet whose password was forgotten: never keep both together.',
    '',
    showShare(share),
  ];
}

const alreadyThere = ({ id, holders, madeAt }: StoredRecoveryKey): readonly string[] => [
  `Ya hay una clave de recuperación: ${inGroups(id)}, del ${madeAt.slice(0, 10)}, que guardan ${holders.join(' y ')}. Para hacer otra: --replace.`,
  `There is a recovery key: ${inGroups(id)}, of ${madeAt.slice(0, 10)}, kept by ${holders.join(' and ')}. To make another: --replace.`,
  'Guarde las partes anteriores: abren las tabletas que aún no conozcan la nueva. / Keep the earlier shares: they open tablets that do not know the new one yet.',
];

function keyArguments(argv: readonly string[]): Result<KeyArguments, string> {
  try {
    const { values } = parseArgs({ args: [...argv], options: { holder: { type: 'string', multiple: true }, to: { type: 'string' }, replace: { type: 'boolean' } }, strict: true });
    const [one, other, ...more] = (values.holder ?? []).map((name) => name.trim()).filter((name) => name !== '');
    if (one === undefined || other === undefined || more.length > 0) return err('Two holders are needed. / Se necesitan dos personas.');
    if (one.toLowerCase() === other.toLowerCase()) return err('The holders are two different people. / Las partes las guardan dos personas distintas.');
    return ok({ holders: [one, other], to: values.to, replace: values.replace ?? false });
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}
