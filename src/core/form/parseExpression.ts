import { err, ok, type Result } from '#core/result.ts';

export type Expression =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  /** `${name}`: the answer to a question, nearest in the repeated group where it is asked. */
  | { readonly type: 'answer'; readonly name: string }
  /** `.`: the answer that is being judged. */
  | { readonly type: 'self' }
  /** `..`: the repeated group around; only inside `position(..)`. */
  | { readonly type: 'around' }
  /** A bare name: a column of the choices, in `choice_filter`. */
  | { readonly type: 'fact'; readonly name: string }
  | { readonly type: 'negative'; readonly of: Expression }
  | { readonly type: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] };

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|';

/** What an expression may call, with the fewest and most arguments that it takes. */
export const FUNCTIONS = {
  'not': [1, 1], 'true': [0, 0], 'false': [0, 0], 'if': [3, 3], 'coalesce': [2, 2], 'once': [1, 1],
  'selected': [2, 2], 'selected-at': [2, 2], 'count-selected': [1, 1], 'jr:choice-name': [2, 2],
  'count': [1, 1], 'sum': [1, 1], 'min': [1, 20], 'max': [1, 20], 'join': [2, 20], 'position': [1, 1], 'indexed-repeat': [3, 3],
  'number': [1, 1], 'int': [1, 1], 'round': [1, 2], 'abs': [1, 1], 'boolean-from-string': [1, 1],
  'string': [1, 1], 'concat': [1, 20], 'string-length': [1, 1], 'substr': [2, 3], 'contains': [2, 2], 'starts-with': [2, 2], 'ends-with': [2, 2],
  'substring-before': [2, 2], 'substring-after': [2, 2], 'normalize-space': [1, 1], 'regex': [2, 2],
  'today': [0, 0], 'now': [0, 0], 'date': [1, 1], 'format-date': [2, 2], 'format-date-time': [2, 2],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type FunctionName = keyof typeof FUNCTIONS;

export type ExpressionError =
  | { readonly type: 'syntax'; readonly at: number; readonly near: string }
  | { readonly type: 'unknown-function'; readonly name: string }
  | { readonly type: 'wrong-arguments'; readonly name: string }
  | { readonly type: 'too-long' };

const MAX_CHARS = 10_000;
const MAX_DEPTH = 100;

/**
 * Reads an expression of an XLSForm: the part of XPath 1.0 and ODK's functions that forms use. What it does not know is an error
 * with its place, so that an import can list it by row. Quotation marks may be those that word processors make of straight ones.
 */
export function parseExpression(text: string): Result<Expression, ExpressionError> {
  if (text.length > MAX_CHARS) return err({ type: 'too-long' });
  try {
    const reader = newReader(text);
    const expression = reader.readOr(0);
    return reader.atEnd() ? ok(expression) : err(reader.syntaxError());
  } catch (cause) {
    if (cause instanceof NotAnExpression) return err(cause.problem);
    throw cause;
  }
}

class NotAnExpression extends Error {
  readonly problem: ExpressionError;
  constructor(problem: ExpressionError) {
    super(problem.type);
    this.problem = problem;
  }
}

type Token = { readonly kind: 'text' | 'number' | 'answer' | 'name' | 'sign'; readonly value: string; readonly at: number };

const TOKEN = /\s+|\$\{\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\}|'([^']*)'|"([^"]*)"|[‘’]([^‘’]*)[‘’]|[“”]([^“”]*)[“”]|(\d+(?:\.\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_-]*(?::[\p{L}_][\p{L}\p{N}_-]*)?)|(\.\.|!=|<=|>=|[=<>+*|(),.-])/uy;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw new NotAnExpression({ type: 'syntax', at, near: text.slice(at, at + 20) });
    const [all, answer, single, double, curly, curlyDouble, number, name, sign] = match;
    const quoted = single ?? double ?? curly ?? curlyDouble;
    if (answer !== undefined) tokens.push({ kind: 'answer', value: answer, at });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted, at });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, at });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign, at });
    at += all.length;
  }
  return tokens;
}

/** A reader by descent, one function a level of precedence: or, and, equality, order, sum, product, sign, union. */
function newReader(text: string) {
  const tokens = tokensOf(text);
  let next = 0;
  const peek = (): Token | undefined => tokens[next];
  const isNext = (...values: readonly string[]): boolean => {
    const token = peek();
    return token !== undefined && (token.kind === 'sign' || token.kind === 'name') && values.includes(token.value);
  };
  const syntaxError = (): ExpressionError => {
    const at = peek()?.at ?? text.length;
    return { type: 'syntax', at, near: text.slice(at, at + 20) };
  };
  const fail = (): never => {
    throw new NotAnExpression(syntaxError());
  };
  const take = (value: string): void => {
    if (!isNext(value)) fail();
    next += 1;
  };
  const chain = (operators: readonly Operator[], below: (depth: number) => Expression) => (depth: number): Expression => {
    let left = below(depth);
    while (isNext(...operators)) {
      const operator = operators.find((one) => one === peek()?.value) ?? fail();
      next += 1;
      left = { type: 'operation', operator, left, right: below(depth) };
    }
    return left;
  };

  const readArguments = (depth: number): readonly Expression[] => {
    const list: Expression[] = [];
    take('(');
    while (!isNext(')')) {
      if (list.length > 0) take(',');
      list.push(readOr(depth + 1));
    }
    take(')');
    return list;
  };
  const readPrimary = (depth: number): Expression => {
    if (depth > MAX_DEPTH) fail();
    const token = peek() ?? fail();
    next += 1;
    switch (token.kind) {
      case 'text': return { type: 'text', value: token.value };
      case 'number': return { type: 'number', value: Number(token.value) };
      case 'answer': return { type: 'answer', name: token.value };
      case 'name': {
        if (!isNext('(')) return { type: 'fact', name: token.value };
        return callOf(token.value, readArguments(depth));
      }
      case 'sign':
        if (token.value === '.') return { type: 'self' };
        if (token.value === '..') return { type: 'around' };
        if (token.value === '-') return { type: 'negative', of: readPrimary(depth + 1) };
        if (token.value !== '(') {
          next -= 1;
          fail();
        }
        return inBrackets(depth);
    }
  };
  const inBrackets = (depth: number): Expression => {
    const inner = readOr(depth + 1);
    take(')');
    return inner;
  };
  const readUnion = chain(['|'], readPrimary);
  const readProduct = chain(['*', 'div', 'mod'], readUnion);
  const readSum = chain(['+', '-'], readProduct);
  const readOrder = chain(['<', '<=', '>', '>='], readSum);
  const readEquality = chain(['=', '!='], readOrder);
  const readAnd = chain(['and'], readEquality);
  const readOr = chain(['or'], readAnd);
  return { readOr, atEnd: () => next === tokens.length, syntaxError };
}

function callOf(name: string, given: readonly Expression[]): Expression {
  const known = isFunctionName(name) ? name : undefined;
  if (known === undefined) throw new NotAnExpression({ type: 'unknown-function', name });
  const [fewest, most] = FUNCTIONS[known];
  if (given.length < fewest || given.length > most) throw new NotAnExpression({ type: 'wrong-arguments', name });
  return { type: 'call', name: known, arguments: given };
}

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** Names of the questions that an expression reads. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.type) {
    case 'answer': return [expression.name];
    case 'text': return [...expression.value.matchAll(/\$\{\s*([^\s}]+)\s*\}/g)].map(([, name]) => name ?? '');
    case 'number':
    case 'self':
    case 'around':
    case 'fact': return [];
    case 'negative': return namesIn(expression.of);
    case 'operation': return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'call': return expression.arguments.flatMap(namesIn);
  }
}
