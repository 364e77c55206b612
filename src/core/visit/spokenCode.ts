/** O observation, E interview (*entrevista*), H finding (*hallazgo*). */
export type CodeKind = 'O' | 'E' | 'H';

const DIGITS: Readonly<Record<CodeKind, number>> = { O: 3, E: 2, H: 3 };

/**
 * The next code that people say aloud: `E-MR-03`, `H-MR-012`; on a person's further devices with its letter: `E-MR-b03`.
 * Runs per author and is never renumbered; `used` = every code that this author's tablet knows, deleted ones too.
 */
export function nextSpokenCode(kind: CodeKind, personCode: string, deviceLetter: string, used: Iterable<string>): string {
  const prefix = `${kind}-${personCode}-${deviceLetter}`;
  let highest = 0;
  for (const code of used) {
    const rest = code.startsWith(prefix) ? code.slice(prefix.length) : '';
    if (/^\d+$/.test(rest)) highest = Math.max(highest, Number(rest));
  }
  return `${prefix}${String(highest + 1).padStart(DIGITS[kind], '0')}`;
}
