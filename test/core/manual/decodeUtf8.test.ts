import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '#core/manual/decodeUtf8.ts';
import { ok } from '#core/result.ts';

test('any text is decoded as it was written', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20_000 }), (text) => {
    expect(decodeUtf8(new TextEncoder().encode(text))).toEqual(ok(text));
  }));
});

test('bytes are accepted exactly where the platform accepts them', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const accepts = (bytes: Uint8Array): boolean => {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const nearly = fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xf5, 0xff), { maxLength: 6 });
  fc.assert(fc.property(nearly, (bytes) => {
    expect(decodeUtf8(Uint8Array.from(bytes)).ok).toBe(accepts(Uint8Array.from(bytes)));
  }), { numRuns: 2_000 });
});

test('a wrong byte is told by its place', () => {
  expect(decodeUtf8(Uint8Array.from([0x41, 0xc3, 0x41]))).toMatchObject({ ok: false, error: { type: 'not-utf-8', offset: 1 } });
});
