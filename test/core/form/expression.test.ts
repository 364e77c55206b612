import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateExpression, type Surroundings } from '#core/form/evaluateExpression.ts';
import { namesIn, parseExpression } from '#core/form/parseExpression.ts';
import { fitsPattern, isSafePattern } from '#core/form/safePattern.ts';

const ANSWERS: Readonly<Record<string, string>> = { age: '17', shift: 'night', areas: 'holding armory', started: '2026-11-09', ended: '2026-11-25', empty: '' };
const around: Surroundings = {
  answer: (name) => ANSWERS[name] ?? '', answers: (name) => (name === 'age' ? ['17', '20', ''] : [ANSWERS[name] ?? '']), self: '5', position: 2,
  fact: (name) => (name === 'state' ? 'SON' : ''), choiceName: (value, question) => `${question}:${value}`, today: '2026-11-25', now: '2026-11-25T15:04:05Z',
};
const value = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.ok ? evaluateExpression(parsed.value, around) : parsed.error;
};

test.each([
  ["${shift} = 'night' and ${age} < 18", true], ['${age} >= 18 or not(${empty} = "")', false], ["selected(${areas}, 'armory')", true], ["selected(${areas}, 'arm')", false],
  ['count-selected(${areas}) + 1', 3], ['selected-at(${areas}, 1)', 'armory'], ['. > 0 and . <= 5', true], ['(${ended} - ${started}) div 2', 8], ['${ended} > ${started}', true],
  ['if(${age} < 18, "menor", "mayor")', 'menor'], ["coalesce(${empty}, 'x')", 'x'], ['sum(${age})', 37], ['max(${age})', 20], ['join(" / ", ${age})', '17 / 20 / '], ['position(..)', 2],
  ['indexed-repeat(${age}, ${group}, position(..))', '20'], ["jr:choice-name(selected-at(${areas}, 0), '${areas}')", 'areas:holding'], ["state = 'SON'", true], ['-2 * 3 + 10 mod 4', -4],
  ["concat('a', 1 + 1, 'b')", 'a2b'], ["substring-before('a-b', '-')", 'a'], ["substr('abcdef', 1, 3)", 'bc'], ["format-date(today(), '%d/%m/%Y')", '25/11/2026'], ['not(count-selected(.) > 1 and selected(., ‘6’))', true],
  ["regex(., '^[0-9]{1,2}$')", true], ['round(2.567, 1)', 2.6], ['int(7 div 2)', 3], ['string-length(${shift})', 5], ["once('new')", '5'], ['1 = 1.0', true], ["'1' = '1.0'", false],
])('%s is %j', (text, expected) => expect(value(text)).toEqual(expected));

test.each([
  ['pulldata("x", "y")', { type: 'unknown-function', name: 'pulldata' }], ['if(1, 2)', { type: 'wrong-arguments', name: 'if' }], ['1 +', { type: 'syntax', at: 3, near: '' }], ["a 'b'", { type: 'syntax', at: 2, near: "'b'" }],
  ['constructor()', { type: 'unknown-function', name: 'constructor' }], ['(((', { type: 'syntax', at: 3, near: '' }],
])('%s is refused with its reason', (text, error) => expect(value(text)).toEqual(error));

test('no text makes the reader throw, loop or run anything, however deep it is nested', () => {
  fc.assert(fc.property(fc.string(), (text) => value(text) !== undefined));
  const part = fc.constantFrom('${age}', '.', '..', "'x'", '1', '(', ')', '+', '-', 'and', 'or', '=', 'not(', 'if(', ',', 'selected(', 'count(', '|', 'div');
  fc.assert(fc.property(fc.array(part, { maxLength: 30 }), (parts) => value(parts.join(' ')) !== undefined));
  expect(value('('.repeat(5_000))).toMatchObject({ type: 'syntax' });
  expect(value('-'.repeat(9_000))).toMatchObject({ type: 'syntax' });
});

test('the questions that an expression reads are known, also those that a text names', () => {
  const parsed = parseExpression("if(${a} = 1, jr:choice-name(${b}, '${c}'), ${a})");
  expect(parsed.ok ? new Set(namesIn(parsed.value)) : parsed).toEqual(new Set(['a', 'b', 'c']));
});

test('a pattern that could block a tablet is not run', () => {
  for (const pattern of ['(a+)+$', '(a|a)*b', '((ab)*)*', '(\\d+)*x', '([a-z]+){2,}']) expect(isSafePattern(pattern), pattern).toBe(false);
  for (const pattern of ['^[0-9]{2}[/][0-9]{4}$', '(ab)?c+', '\\(\\d+\\)', '[(+]+']) expect(isSafePattern(pattern), pattern).toBe(true);
  expect(isSafePattern('(')).toBe(false);
  expect(fitsPattern(`${'a'.repeat(40)}!`, '(a+)+')).toBe(false);
  expect([fitsPattern('ab12', '[a-z]+\\d+'), fitsPattern('xab12', '[a-z]\\d+')]).toEqual([true, false]);
});
