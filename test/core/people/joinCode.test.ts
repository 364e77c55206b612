import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinLink, newJoinCode, readJoinCode, showJoinCode } from '#core/people/joinCode.ts';
import { err, ok } from '#core/result.ts';

const bytes = fc.uint8Array({ minLength: 13, maxLength: 13 });

test('[A20] a code is five groups of four that hold no letter that could be taken for another', () => {
  fc.assert(fc.property(bytes, (random) => {
    expect(showJoinCode(newJoinCode(() => random))).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  }));
});

test('[A20] a code is read however it is typed: small, without hyphens, with spaces, O for 0, I or L for 1, or the whole link', () => {
  fc.assert(fc.property(bytes, fc.constantFrom('i', 'L', 'I', 'l'), (random, one) => {
    const code = newJoinCode(() => random);
    const shown = showJoinCode(code);
    const sloppy = [shown.toLowerCase(), code, ` ${shown.replaceAll('-', '  ')} `, shown.replaceAll('-', '–'), shown.replaceAll('0', 'o').replaceAll('1', one), joinLink('https://cotejo.example/', code)];
    for (const typed of sloppy) expect(readJoinCode(typed)).toEqual(ok(code));
  }));
});

test('a code that lacks a symbol, or has a strange one, says so before anything is sent', () => {
  expect(readJoinCode('K7QM-2XVD')).toEqual(err({ type: 'wrong-length', symbols: 8, of: 20 }));
  expect(readJoinCode('K7QM-2XVD-9FHT-4RWB-PN3Ü')).toEqual(err({ type: 'not-a-symbol', symbol: 'Ü' }));
});

test('[A20] the code stands behind the # of its link, which browsers do not send', () => {
  const code = newJoinCode(() => new Uint8Array(13).fill(255));
  expect(joinLink('https://cotejo.example', code)).toBe('https://cotejo.example/join#ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
});
