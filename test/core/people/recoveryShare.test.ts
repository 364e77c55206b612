import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinShares, readShare, requestCode, showShare, splitKey } from '#core/people/recoveryShare.ts';
import { bytesOfSymbols, symbolsOf } from '#core/people/symbols.ts';
import { err, ok } from '#core/result.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('[A28] two shares together give the key; one alone is the mask, or the key under it', () => {
  fc.assert(fc.property(key, key, (secret, mask) => {
    const [one, two] = splitKey(secret, mask, 'K7QM2XVD');
    expect(joinShares(one, two)).toEqual(secret);
    expect(joinShares(two, one)).toEqual(secret);
    expect(one.bytes).toEqual(mask);
  }));
});

test('[A28] a share is read as it was printed, in whatever case and spacing, among the lines of its file', () => {
  fc.assert(fc.property(key, key, fc.constantFrom(0, 1), (secret, mask, which) => {
    const share = splitKey(secret, mask, 'K7QM2XVD')[which];
    if (!share) throw new Error('two shares');
    const shown = showShare(share);
    expect(shown).toMatch(/^R[12]-([0-9A-Z]{4}-){15}[0-9A-Z]{4}$/);
    expect(readShare(`Cotejo\nGuarda: Ana\n\n  ${shown.toLowerCase()}  \r\n`)).toEqual(ok(share));
    expect(readShare(shown.replaceAll('0', 'O').replaceAll('1', 'l').replace(/^R[Ol]/, shown.slice(0, 2)))).toEqual(ok(share));
  }));
});

test('[A28] a mistyped share is noticed before it is used', () => {
  const shown = showShare(splitKey(new Uint8Array(32).fill(7), new Uint8Array(32).fill(9), 'K7QM2XVD')[0]);
  fc.assert(fc.property(fc.integer({ min: 3, max: shown.length - 1 }), fc.constantFrom('A', 'B', '7'), (at, symbol) => {
    fc.pre(shown[at] !== '-' && shown[at] !== symbol);
    expect(readShare(shown.slice(0, at) + symbol + shown.slice(at + 1))).toEqual(err({ type: 'mistyped' }));
  }), { numRuns: 200 });
  expect(readShare(shown.slice(0, -5))).toEqual(err({ type: 'mistyped' }));
  expect(readShare('una carta cualquiera')).toEqual(err({ type: 'not-a-share' }));
});

test('symbols carry any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    expect(bytesOfSymbols(symbolsOf(bytes))?.slice(0, bytes.length)).toEqual(bytes);
  }));
});

test('[A29] the code that a person reads out is of this request and this key only', () => {
  expect(requestCode('a', 'k')).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(requestCode('a', 'k')).not.toBe(requestCode('a', 'other'));
  expect(requestCode('a', 'k')).not.toBe(requestCode('b', 'k'));
});
