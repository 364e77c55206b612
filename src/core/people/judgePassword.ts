/** The password of the demo, printed on every terminal that runs it: nobody may choose it. */
export const DEMO_PASSWORD = 'cotejo demo 2026';

export const SHORTEST_PASSWORD = 12;

export type PasswordJudgement =
  | { readonly type: 'too-short'; readonly missing: number }
  | { readonly type: 'demo' }
  /** A few characters over and over, or a row of keys or of the alphabet. */
  | { readonly type: 'pattern' }
  /** Little more than the person's own name or e-mail. */
  | { readonly type: 'about-you' }
  | { readonly type: 'taken'; readonly strength: PasswordStrength };

export type PasswordStrength = 'enough' | 'good' | 'strong';

/** What others know of the person: no secret. */
type About = { readonly name: string; readonly email: string };

/** Characters that must remain once everything that is about the person has been taken away. */
const OF_ONES_OWN = 8;
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', 'qwertyuiopasdfghjklñzxcvbnm'];

/**
 * Says in words how good a new password is. Length decides, as NIST SP 800-63B asks; no rule about capitals or digits,
 * which make people write passwords down. What anybody would try first is not taken, however long.
 */
export function judgePassword(password: string, about: About): PasswordJudgement {
  const text = password.normalize('NFC');
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD) return { type: 'too-short', missing: SHORTEST_PASSWORD - length };
  const plain = folded(text);
  if (plain === folded(DEMO_PASSWORD)) return { type: 'demo' };
  if (isPattern(plain)) return { type: 'pattern' };
  if (withoutThePerson(plain, about).length < OF_ONES_OWN) return { type: 'about-you' };
  return { type: 'taken', strength: strengthOf(text, length) };
}

function strengthOf(text: string, length: number): PasswordStrength {
  const words = text.split(/[\s\-_.,]+/).filter((word) => word.length >= 3).length;
  const different = new Set(folded(text)).size;
  if (different >= 9 && (length >= 20 || words >= 4)) return 'strong';
  return different >= 8 && (length >= 16 || words >= 3) ? 'good' : 'enough';
}

/** Letters and digits only, small, without accents. */
function folded(text: string): string {
  return text.normalize('NFD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function isPattern(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  for (let unit = 1; unit <= plain.length / 3; unit++) {
    if (plain.slice(0, unit).repeat(Math.ceil(plain.length / unit)).startsWith(plain)) return true;
  }
  return remainsOf(plain) < OF_ONES_OWN / 2;
}

/** How many characters are not part of a row of at least four neighbours, forwards or backwards. */
function remainsOf(plain: string): number {
  const rows = ROWS.flatMap((row) => [row, Array.from(row).toReversed().join('')]);
  let remains = 0;
  for (let at = 0; at < plain.length; ) {
    let run = 0;
    for (const row of rows) {
      let length = 0;
      while (at + length < plain.length && row.includes(plain.slice(at, at + length + 1))) length += 1;
      run = Math.max(run, length);
    }
    if (run < 4) remains += 1;
    at += run < 4 ? 1 : run;
  }
  return remains;
}

function withoutThePerson(plain: string, { name, email }: About): string {
  const known = [...name.split(/\s+/), ...email.split(/[@.]/), 'cotejo', 'password', 'contrasena'].map(folded).filter((word) => word.length >= 3);
  return known.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), plain);
}
