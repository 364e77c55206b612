import type { Damage, Verified } from './verifyStore.ts';

type VerifyIo = {
  readonly verify: (report: (damage: Damage) => void) => Promise<Verified>;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** `npm run verify`: says what is damaged and where. Gives the exit code: 0 where everything is as it was written. */
export async function runVerify({ verify, print, printError }: VerifyIo): Promise<number> {
  const { scopes, ops, files, damaged } = await verify((damage) => {
    for (const line of wordsOf(damage)) printError(line);
  });
  print(`Scopes: ${scopes} · ops: ${ops} · files: ${files} · damaged: ${damaged}`);
  print(`Ámbitos: ${scopes} · operaciones: ${ops} · archivos: ${files} · dañados: ${damaged}`);
  print(damaged === 0 ? 'Everything is as it was written. / Todo está como se escribió.' : 'Damage was found; see above. / Se encontraron daños; vea arriba.');
  return damaged === 0 ? 0 : 1;
}

function wordsOf(damage: Damage): readonly [string, string] {
  switch (damage.type) {
    case 'op': return both(`${place(damage)}: op ${damage.id} is not what was hashed`, `${place(damage)}: la operación ${damage.id} no es la que se firmó`);
    case 'op-columns': return both(`${place(damage)}: the columns beside op ${damage.id} are not what it says`, `${place(damage)}: las columnas de la operación ${damage.id} no dicen lo mismo que ella`);
    case 'chain': return both(`${place(damage)}: the chain is broken`, `${place(damage)}: la cadena está rota`);
    case 'hole': return both(`${place(damage)}: an op is missing`, `${place(damage)}: falta una operación`);
    case 'head': return both(`${damage.scope}: its last op is not the one that the scope names`, `${damage.scope}: la última operación no es la que el ámbito indica`);
    case 'batch': return both(`${place(damage)}: the proof of its batch is missing`, `${place(damage)}: falta la prueba de su lote`);
    case 'held': return both(`held op ${damage.id} is not what was hashed`, `la operación retenida ${damage.id} no es la que se firmó`);
    case 'quarantine': return both(`quarantined op ${damage.id} cannot be read`, `la operación en cuarentena ${damage.id} no se puede leer`);
    case 'audit': return both(`audit log: entry ${damage.seq} was changed, removed or put in`, `bitácora de auditoría: la entrada ${damage.seq} fue cambiada, quitada o agregada`);
    case 'file-incomplete': return both(`file ${damage.scope} ${damage.sha256}: pieces are missing`, `archivo ${damage.scope} ${damage.sha256}: faltan partes`);
    case 'file-hash': return both(`file ${damage.scope} ${damage.sha256}: its bytes are not those of its hash`, `archivo ${damage.scope} ${damage.sha256}: sus bytes no corresponden a su huella`);
  }
}

const place = ({ scope, seq }: { readonly scope: string; readonly seq: number }): string => `${scope} seq ${seq}`;
const both = (english: string, spanish: string): [string, string] => [english, `  ${spanish}`];
