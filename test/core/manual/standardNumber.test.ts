import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareStandardNumbers, sortByNumber } from '#core/manual/standardNumber.ts';

const itself = (text: string): string => text;
const anyNumber = fc.oneof(
  fc.array(fc.nat({ max: 120 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
  fc.constantFrom('A', '115.142-115.143', '1.a', '', '01', '1.01', '99999999999999999999.1', '__proto__'),
);

test('1.2.9 comes before 1.2.10', () => {
  expect(sortByNumber(['1.2.10', '1.2.9', '1.10.1', '1.2', '1.2.1'], itself)).toEqual(['1.2', '1.2.1', '1.2.9', '1.2.10', '1.10.1']);
});

test('1.10 is not 1.1', () => {
  expect(compareStandardNumbers('1.10', '1.1')).toBeGreaterThan(0);
  expect(compareStandardNumbers('1.01', '1.1')).not.toBe(0);
});

test('siblings stay in the order of the file where one number is not numeric', () => {
  const printed = ['115.144', '115.142-115.143', '115.141'];
  expect(sortByNumber(printed, itself)).toEqual(printed);
});

test('a number longer than any integer keeps its place', () => {
  expect(compareStandardNumbers('1.99999999999999999999', '1.100000000000000000000')).toBeLessThan(0);
});

test('any two numbers have one order, whoever asks', () => {
  fc.assert(fc.property(anyNumber, anyNumber, (a, b) => {
    expect(Math.sign(compareStandardNumbers(a, b)) + Math.sign(compareStandardNumbers(b, a))).toBe(0);
    expect(compareStandardNumbers(a, b) === 0).toBe(a === b);
  }));
});

test('the order of three numbers never contradicts itself', () => {
  fc.assert(fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
    if (compareStandardNumbers(a, b) <= 0 && compareStandardNumbers(b, c) <= 0) expect(compareStandardNumbers(a, c)).toBeLessThanOrEqual(0);
  }));
});

test('sorting loses no standard, and the order of the file does not matter', () => {
  const numeric = fc.uniqueArray(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.')));
  fc.assert(fc.property(numeric, (numbers) => {
    const sorted = sortByNumber(numbers, itself);
    expect(sorted.toSorted()).toEqual(numbers.toSorted());
    expect(sortByNumber(numbers.toReversed(), itself)).toEqual(sorted);
  }));
});
