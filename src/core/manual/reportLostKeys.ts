import { escapePointerKey } from './jsonPointer.ts';
import type { ProblemList } from './problemList.ts';

/** Keys of the file that reading has left out: misspelt, or of a newer format. Reported, so that nothing is lost in silence. */
export function reportLostKeys(file: unknown, read: unknown, problems: ProblemList, pointer = ''): void {
  if (typeof file !== 'object' || file === null || typeof read !== 'object' || read === null) return;
  const kept = new Map<string, unknown>(Object.entries(read));
  for (const [key, child] of Object.entries(file)) {
    const here = `${pointer}/${escapePointerKey(key)}`;
    if (kept.has(key)) reportLostKeys(child, kept.get(key), problems, here);
    else if (here !== '/format') problems.warning('unknown-key', 0, here, `"${key}" is not part of the format and is not imported.`);
  }
}
