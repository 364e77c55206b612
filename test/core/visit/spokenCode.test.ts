import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSpokenCode } from '#core/visit/spokenCode.ts';

test('the first interview, observation and finding of a person', () => {
  expect(nextSpokenCode('E', 'MR', '', [])).toBe('E-MR-01');
  expect(nextSpokenCode('O', 'MR', '', [])).toBe('O-MR-001');
  expect(nextSpokenCode('H', 'MR', '', [])).toBe('H-MR-001');
});

test('counting goes on after the highest, gaps are not filled', () => {
  expect(nextSpokenCode('E', 'MR', '', ['E-MR-01', 'E-MR-07', 'E-MR-02'])).toBe('E-MR-08');
  expect(nextSpokenCode('E', 'MR', '', ['E-MR-99'])).toBe('E-MR-100');
});

test('nobody else’s, no other kind’s and no other device’s codes move it', () => {
  expect(nextSpokenCode('E', 'MR', '', ['E-MR2-09', 'E-DW-09', 'H-MR-009', 'E-MR-b09', 'E-MR-', 'E-MR-x'])).toBe('E-MR-01');
});

test('a second tablet says its letter, and counts by itself', () => {
  expect(nextSpokenCode('E', 'MR', 'b', ['E-MR-05', 'E-MR-b02', 'E-MR-c07'])).toBe('E-MR-b03');
});

test('two devices and two people never say the same code', () => {
  const author = fc.tuple(fc.constantFrom('MR', 'MR2', 'M', 'R'), fc.constantFrom('', 'b', 'c'));
  fc.assert(
    fc.property(fc.array(author, { maxLength: 30 }), (authors) => {
      const used = new Map<string, string[]>();
      for (const [code, letter] of authors) {
        const own = used.get(code + letter) ?? [];
        used.set(code + letter, [...own, nextSpokenCode('H', code, letter, own)]);
      }
      const all = [...used.values()].flat();
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});
