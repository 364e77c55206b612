import { escapePointerKey } from './jsonPointer.ts';

/** Deeper than a manual with the most bullets that are allowed; checked before anything recursive touches the value. */
const MAX_JSON_DEPTH = 64;

/** A pointer (RFC 6901) to the first value that is nested too deeply to be a manual; walks without recursion. */
export function tooDeepPointer(value: unknown): string | undefined {
  const open: { readonly value: unknown; readonly depth: number; readonly pointer: string }[] = [{ value, depth: 0, pointer: '' }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at.value !== 'object' || at.value === null) continue;
    if (at.depth > MAX_JSON_DEPTH) return at.pointer;
    for (const [key, child] of Object.entries(at.value)) open.push({ value: child, depth: at.depth + 1, pointer: `${at.pointer}/${escapePointerKey(key)}` });
  }
  return undefined;
}
