export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Levels that a value may be nested; far above any field, far below what could exhaust the stack. */
const MAX_DEPTH = 64;

/** Whether a value from outside is JSON, of at most 64 levels. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return false;
  return Object.values(value).every((member) => isJson(member, depth + 1));
}

/**
 * Canonical JSON after RFC 8785 (JCS): keys sorted by UTF-16 code unit, no white space, numbers and strings as
 * ECMAScript writes them. The same value gives the same text on every device, so that it can be hashed.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON number');
    return JSON.stringify(value);
  }
  // Without lists in between: every op is written so, thousands in a push.
  let text = '';
  if (isList(value)) {
    for (const member of value) text += (text === '' ? '' : ',') + canonicalJson(member);
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
  return `{${text}}`;
}

/** Equal as data: what `canonicalJson` writes alike. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
