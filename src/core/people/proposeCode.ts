/** What a person's code may be: two to four letters, a number where others have the same: MR, MR2. */
export const PERSON_CODE = /^[A-ZÑ]{2,4}[0-9]{0,2}$/;

/** A code that nobody has: the initials of the first name and the first surname, with a number where they are taken. */
export function proposeCode(name: string, taken: readonly string[]): string {
  const initials = initialsOf(name);
  // A name of one letter gives no code that could be said: the person types one.
  if (initials.length < 2) return '';
  for (let number = 1; number < 100; number++) {
    const code = number === 1 ? initials : `${initials}${number}`;
    if (!taken.includes(code)) return code;
  }
  return '';
}

/** "María de la Luz Peña Soto" is MP in Mexico; what cannot be known is a guess that people may change. */
function initialsOf(name: string): string {
  const words = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().split(/[^A-Z]+/).filter((word) => word !== '' && !PARTICLES.has(word));
  const [first, ...rest] = words;
  if (first === undefined) return '';
  // Two surnames are the rule: of four words or more the surname is the last but one.
  const surname = rest.length >= 3 ? rest.at(-2) : rest[0];
  return surname === undefined ? first.slice(0, 2) : first.slice(0, 1) + surname.slice(0, 1);
}

const PARTICLES: ReadonlySet<string> = new Set(['DE', 'DEL', 'LA', 'LAS', 'LOS', 'Y', 'VON', 'VAN']);
