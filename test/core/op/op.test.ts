import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '#core/json.ts';
import { hashOfOp, isIntact } from '#core/op/op.ts';
import { isUuid, newUuid } from '#core/ids.ts';
import { packForPull, packForPush, unpackOp } from '#core/protocol/packOp.ts';
import { anOp, fixedSource } from '#test/builders/opBuilder.ts';

describe('an op', () => {
  test('[O1] that nobody touched is intact', () => {
    expect(isIntact(anOp())).toBe(true);
  });

  test.each([
    ['its words', { set: { text: 'La bitácora no existe.' } }],
    ['its author', { actor: '00000000-0000-7000-8000-000000000000' }],
    ['what it saw', { saw: ['00000000-0000-7000-8000-000000000000'] }],
    ['what it was based on', { base: { text: ['00000000-0000-7000-8000-000000000000'] } }],
    ['its salt', { salt: 'ffffffffffffffffffffffffffffffff' }],
    ['its time', { at: '2020-01-01T00:00:00.000Z' }],
    ['its scope', { scope: 'visit:00000000-0000-7000-8000-000000000000' as const }],
  ])('[O1] shows that somebody changed %s', (_what, change) => {
    expect(isIntact({ ...anOp(), ...change })).toBe(false);
  });

  test('[O2] proves its place after its words were erased', () => {
    const { set: _set, salt: _salt, ...rest } = anOp();
    expect(hashOfOp(rest)).toBe(rest.h);
  });

  test('[O5] comes back the same from the wire', () => {
    const op = anOp({ saw: [], skewMs: -1200 });
    expect(unpackOp({ ...packForPush(op), scope: op.scope, device: op.device, actor: op.actor })).toEqual(op);
    expect(unpackOp(packForPull(op))).toEqual(op);
  });

  test('[O4] has a UUIDv7 for an id, in the order of the clock', () => {
    const source = fixedSource();
    const first = newUuid(source);
    source.setNow(source.nowMs() + 1);
    const second = newUuid(source);
    expect(isUuid(first)).toBe(true);
    expect(first < second).toBe(true);
    expect(first[14]).toBe('7');
  });
});

describe('canonical JSON', () => {
  test('[O3] does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'ñ'] })).toBe('{"a":[true,null,"ñ"],"b":1}');
    expect(canonicalJson({ a: [true, null, 'ñ'], b: 1 })).toBe('{"a":[true,null,"ñ"],"b":1}');
  });

  test('[O3] writes numbers and sorts keys as RFC 8785 does', () => {
    expect(canonicalJson([1e30, 4.5, 0.002, 1e-27, -0])).toBe('[1e+30,4.5,0.002,1e-27,0]');
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, '\u0080': 5, '\u00f6': 6, '\ufb33': 7 })).toBe(
      '{"\\r":2,"1":3,"\u0080":5,"ö":6,"€":1,"😀":4,"\ufb33":7}',
    );
  });

  test('[O3] reads back as what it was written from', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value as Json);
      expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
    }));
  });
});
