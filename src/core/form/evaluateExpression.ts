import { areEqual, asBoolean, asNumber, asText, isList, membersOf, type ExpressionValue } from './expressionValue.ts';
import type { Expression, FunctionName, Operator } from './parseExpression.ts';
import { fitsPattern } from './safePattern.ts';

/** What an expression can ask about; given by `formView`. */
export type Surroundings = {
  /** The answer nearest to where the expression stands; '' where there is none or its question is not asked. */
  readonly answer: (name: string) => ExpressionValue;
  /** All answers of a question, one per time that its group was filled in; of a group, one entry per time. */
  readonly answers: (name: string) => readonly string[];
  readonly self: ExpressionValue;
  /** From 1: the how-manieth of the repeated group around. */
  readonly position: number;
  readonly fact: (name: string) => string;
  readonly choiceName: (value: string, question: string) => string;
  /** `YYYY-MM-DD` in the visit's time zone, and the moment in ISO 8601. */
  readonly today: string;
  readonly now: string;
};

/** The value of an expression. Total: what has no value is '' or NaN, as in XPath. */
export function evaluateExpression(expression: Expression, around: Surroundings): ExpressionValue {
  const value = (one: Expression): ExpressionValue => evaluateExpression(one, around);
  switch (expression.type) {
    case 'text': return expression.value;
    case 'number': return expression.value;
    case 'answer': return around.answer(expression.name);
    case 'self': return around.self;
    case 'around': return around.position;
    case 'fact': return around.fact(expression.name);
    case 'negative': return -asNumber(value(expression.of));
    case 'operation': return operate(expression.operator, expression.left, expression.right, value);
    case 'call': return call(expression.name, expression.arguments, around, value);
  }
}

type Evaluate = (expression: Expression) => ExpressionValue;

function operate(operator: Operator, left: Expression, right: Expression, value: Evaluate): ExpressionValue {
  switch (operator) {
    case 'or': return asBoolean(value(left)) || asBoolean(value(right));
    case 'and': return asBoolean(value(left)) && asBoolean(value(right));
    case '=': return areEqual(value(left), value(right));
    case '!=': return !areEqual(value(left), value(right));
    case '<': return asNumber(value(left)) < asNumber(value(right));
    case '<=': return asNumber(value(left)) <= asNumber(value(right));
    case '>': return asNumber(value(left)) > asNumber(value(right));
    case '>=': return asNumber(value(left)) >= asNumber(value(right));
    case '+': return asNumber(value(left)) + asNumber(value(right));
    case '-': return asNumber(value(left)) - asNumber(value(right));
    case '*': return asNumber(value(left)) * asNumber(value(right));
    case 'div': return asNumber(value(left)) / asNumber(value(right));
    case 'mod': return asNumber(value(left)) % asNumber(value(right));
    case '|': {
      const first = value(left);
      return asText(first) === '' ? value(right) : first;
    }
  }
}

function call(name: FunctionName, given: readonly Expression[], around: Surroundings, value: Evaluate): ExpressionValue {
  const at = (index: number): ExpressionValue => (given[index] ? value(given[index]) : '');
  const text = (index: number): string => asText(at(index));
  const number = (index: number): number => asNumber(at(index));
  /** All answers where the argument names a question, else the one value. */
  const all = (index: number): readonly string[] => {
    const one = given[index];
    if (one?.type === 'answer') return around.answers(one.name);
    const single = at(index);
    return isList(single) ? single : [asText(single)];
  };
  const numbers = (): readonly number[] => given.flatMap((_, index) => all(index)).filter((one) => one !== '').map(asNumber);
  switch (name) {
    case 'not': return !asBoolean(at(0));
    case 'true': return true;
    case 'false': return false;
    case 'if': return asBoolean(at(0)) ? at(1) : at(2);
    case 'coalesce': return text(0) === '' ? at(1) : at(0);
    case 'once': return asText(around.self) === '' ? at(0) : around.self;
    case 'selected': return membersOf(at(0)).includes(text(1));
    case 'selected-at': return membersOf(at(0))[number(1)] ?? '';
    case 'count-selected': return membersOf(at(0)).length;
    case 'jr:choice-name': return around.choiceName(text(0), text(1).replace(/^\$\{\s*|\s*\}$/g, ''));
    case 'count': return all(0).length;
    case 'sum': return numbers().reduce((sum, one) => sum + one, 0);
    case 'min': return numbers().length === 0 ? '' : Math.min(...numbers());
    case 'max': return numbers().length === 0 ? '' : Math.max(...numbers());
    case 'join': return given.slice(1).flatMap((_, index) => all(index + 1)).join(text(0));
    case 'position': return around.position;
    case 'indexed-repeat': return all(0)[number(2) - 1] ?? '';
    case 'number': return number(0);
    case 'int': return Math.trunc(number(0));
    case 'round': return given[1] ? roundTo(number(0), number(1)) : Math.round(number(0));
    case 'abs': return Math.abs(number(0));
    case 'boolean-from-string': return ['1', 'true'].includes(text(0));
    case 'string': return text(0);
    case 'concat': return given.map((_, index) => text(index)).join('');
    case 'string-length': return text(0).length;
    case 'substr': return text(0).slice(number(1), given[2] ? number(2) : undefined);
    case 'contains': return text(0).includes(text(1));
    case 'starts-with': return text(0).startsWith(text(1));
    case 'ends-with': return text(0).endsWith(text(1));
    case 'substring-before': return text(0).includes(text(1)) ? text(0).slice(0, text(0).indexOf(text(1))) : '';
    case 'substring-after': return text(0).includes(text(1)) ? text(0).slice(text(0).indexOf(text(1)) + text(1).length) : '';
    case 'normalize-space': return text(0).trim().replace(/\s+/g, ' ');
    case 'regex': return fitsPattern(text(0), text(1));
    case 'today': return around.today;
    case 'now': return around.now;
    case 'date': return /^\d{4}-\d{2}-\d{2}/.test(text(0)) ? text(0).slice(0, 10) : dateOfDays(number(0));
    case 'format-date':
    case 'format-date-time': return formatDate(text(0), text(1));
  }
}

function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

function dateOfDays(days: number): string {
  return Number.isFinite(days) && Math.abs(days) < 1e8 ? new Date(days * 86_400_000).toISOString().slice(0, 10) : '';
}

/** `%Y %y %m %n %d %e %H %h %M %S` of an ISO date or moment, as it is written: no time zone is applied. */
function formatDate(iso: string, format: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(iso);
  if (!match) return '';
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = match;
  const parts: Readonly<Record<string, string>> = {
    Y: year, y: year.slice(2), m: month, n: String(Number(month)), d: day, e: String(Number(day)), H: hour, h: String(Number(hour)), M: minute, S: second,
  };
  return format.replace(/%([YymndeHhMS])/g, (_all, letter: string) => parts[letter] ?? '');
}
