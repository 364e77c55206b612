/** Two letters for a person: first and last word of the name. "Rosa Elena Quintero" → RQ. Empty for an empty name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => word !== '');
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last].map((word) => (word === undefined ? '' : (Array.from(word)[0] ?? '').toLocaleUpperCase())).join('');
}
