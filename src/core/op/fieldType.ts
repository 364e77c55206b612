import type { Json } from '#core/json.ts';
import { isUuid } from '#core/ids.ts';

/** Characters of a long text; far above any note, far below what could choke a tablet. */
export const MAX_TEXT_CHARS = 100_000;

/** What a field may hold. Checked by tablet and server alike. */
export type FieldType =
  | { readonly type: 'text' }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer' }
  | { readonly type: 'uuid' }
  /** `YYYY-MM-DD`, or '' when cleared; judged in the agency's time zone. */
  | { readonly type: 'date' }
  /** ISO 8601 in UTC. */
  | { readonly type: 'instant' }
  /** Hex SHA-256 of plain bytes: names a file. */
  | { readonly type: 'sha256' }
  | { readonly type: 'oneOf'; readonly values: readonly string[] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const SHA256 = /^[0-9a-f]{64}$/;

export type FieldFit = 'fits' | 'unfit' | 'unknown-value';

/** `unknown-value`: right kind, but a word that this build does not know; a newer build may. */
export function fitOf(field: FieldType, value: Json): FieldFit {
  const fits = (good: boolean): FieldFit => (good ? 'fits' : 'unfit');
  switch (field.type) {
    case 'boolean': return fits(typeof value === 'boolean');
    case 'integer': return fits(typeof value === 'number' && Number.isSafeInteger(value));
    case 'text': return fits(typeof value === 'string' && value.length <= MAX_TEXT_CHARS);
    case 'uuid': return fits(typeof value === 'string' && isUuid(value));
    case 'date': return fits(typeof value === 'string' && (value === '' || isRealDate(value)));
    case 'instant': return fits(typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)));
    case 'sha256': return fits(typeof value === 'string' && SHA256.test(value));
    case 'oneOf': {
      if (typeof value !== 'string' || value.length > 60) return 'unfit';
      return field.values.includes(value) ? 'fits' : 'unknown-value';
    }
  }
}

function isRealDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
