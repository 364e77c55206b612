/** One call of `t`, as far as it can be read without running: a whole key, or the beginning of one. */
export type TextUse = { readonly line: number; readonly key: string; readonly whole: boolean };

/**
 * What a source file asks of the texts: `t('a.b')`, `t(yes ? 'a' : 'b')` and t(`a.${b}`) (its beginning, `a.`).
 * A key that comes in a variable is not seen here; TypeScript and the screens' own tests see it.
 */
export function textUses(source: string): readonly TextUse[] {
  return [...source.matchAll(/(?<![\w.])t\(/g)].flatMap((call) => {
    const line = source.slice(0, call.index).split('\n').length;
    const argument = firstArgument(source, call.index + call[0].length).replaceAll(/[!=]==\s*(['"]).*?\1/g, '');
    if (/^[\w.]+\(/.test(argument.trim())) return [];
    return [...argument.matchAll(/'([^']+)'|`([^`]*)`/g)].map(([, literal, template]) => {
      const key = literal ?? template?.split('${')[0] ?? '';
      return { line, key, whole: literal !== undefined || !template?.includes('${') };
    });
  });
}

/** The namespaces where a key without `area:` may lie: the first of each `useTranslation`; none where `t` is handed in. */
export function namespacesOf(source: string): readonly string[] {
  return [...source.matchAll(/useTranslation\(\s*(?:\[\s*)?(?:'([^']+)')?/g)].map((call) => call[1] ?? 'common');
}

/** The text from `start` to the comma or bracket that ends the argument, brackets and quotes inside it skipped. */
function firstArgument(source: string, start: number): string {
  let depth = 0;
  let quote = '';
  for (let at = start; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quote) {
      if (character === quote) quote = '';
    } else if (/['"`]/.test(character)) quote = character;
    else if (/[([{]/.test(character)) depth += 1;
    else if (depth === 0 && /[,)]/.test(character)) return source.slice(start, at);
    else if (/[)\]}]/.test(character)) depth -= 1;
  }
  return source.slice(start);
}
