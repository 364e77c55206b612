/** What an expression gives: as in XPath 1.0, with lists of answers where a repeated group has several. */
export type ExpressionValue = string | number | boolean | readonly string[];

const DATE = /^(\d{4}-\d{2}-\d{2})(?:T|$)/;
const DAY_MS = 86_400_000;

export const isList = (value: ExpressionValue): value is readonly string[] => Array.isArray(value);

export function asText(value: ExpressionValue): string {
  if (isList(value)) return value[0] ?? '';
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  return String(value);
}

/** A date counts as days since 1970, so that the difference of two dates is a number of days. What is no number is NaN. */
export function asNumber(value: ExpressionValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = asText(value).trim();
  const date = DATE.exec(text);
  if (date) return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text) / DAY_MS;
  return text === '' ? Number.NaN : Number(text);
}

export function asBoolean(value: ExpressionValue): boolean {
  if (isList(value)) return value.length > 0;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return typeof value === 'boolean' ? value : value !== '';
}

/** The members of an answer with several choices, which is kept as words apart by spaces. */
export const membersOf = (value: ExpressionValue): readonly string[] => asText(value).split(/\s+/).filter((one) => one !== '');

/** Equal as XPath says: by number where one side is a number, by truth where one is a truth, else by text. */
export function areEqual(left: ExpressionValue, right: ExpressionValue): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return asBoolean(left) === asBoolean(right);
  if (typeof left === 'number' || typeof right === 'number') return asNumber(left) === asNumber(right);
  return asText(left) === asText(right);
}
