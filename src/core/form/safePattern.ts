/** Characters of an answer that a pattern is tried on. */
const MAX_TRIED_CHARS = 2_000;

/**
 * Whether a pattern of a form may be run: it compiles, and no group that repeats holds another repetition or choice (`(a+)+`,
 * `(a|a)*`), with which a few dozen characters could block a tablet for hours.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 500) return false;
  const bare = pattern.replace(/\\./g, 'x').replace(/\[(?:\^?\]?)[^\]]*\]/g, 'x');
  const groups: { repeats: boolean }[] = [];
  for (let at = 0; at < bare.length; at++) {
    const char = bare[at];
    if (char === '(') groups.push({ repeats: false });
    else if (char === ')') {
      const group = groups.pop();
      const isRepeated = /^[*+]|^\{\d+,/.test(bare.slice(at + 1));
      if (isRepeated && group?.repeats) return false;
      const outer = groups.at(-1);
      if (outer && (isRepeated || group?.repeats)) outer.repeats = true;
    } else if (char !== undefined && '*+|{'.includes(char)) {
      const group = groups.at(-1);
      if (group) group.repeats = true;
    }
  }
  return compiled(pattern) !== undefined;
}

/** Whether the whole text fits, as XLSForm means it. A text that is too long, or a pattern that may not run, does not fit. */
export function fitsPattern(text: string, pattern: string): boolean {
  if (text.length > MAX_TRIED_CHARS || !isSafePattern(pattern)) return false;
  return compiled(`^(?:${pattern})$`)?.test(text) ?? false;
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
