import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LayeredMap, LayeredSet } from '#core/layeredMap.ts';

test('a layered map says what a Map says after any entries, and earlier ones are not changed by later ones', () => {
  const entry = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.record({ text: fc.string() }));
  const step = fc.oneof({ weight: 5, arbitrary: fc.array(entry, { maxLength: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 300 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const plain = new Map<number, { text: string }>();
      let layered = new LayeredMap<number, { text: string }>();
      for (const one of steps) {
        const before = [...layered];
        const previous = layered;
        if (typeof one === 'number') {
          plain.delete(one);
          layered = layered.without([one]);
        } else {
          for (const [key, value] of one) plain.set(key, value);
          layered = layered.with(one);
        }
        expect([...layered]).toEqual([...plain]);
        expect([...previous]).toEqual(before);
        expect(layered.size).toBe(plain.size);
        expect([[...layered.keys()], [...layered.values()]]).toEqual([[...plain.keys()], [...plain.values()]]);
        for (const key of [0, 1, 150, 300]) expect([layered.has(key), layered.get(key)]).toEqual([plain.has(key), plain.get(key)]);
      }
    }),
    { numRuns: 200 },
  );
});

test('a layered set holds what was put in and not taken out', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.array(fc.nat(200), { maxLength: 30 })), { maxLength: 20 }), (steps) => {
      const plain = new Set<number>();
      let layered = new LayeredSet<number>();
      for (const [isIn, members] of steps) {
        for (const member of members) {
          if (isIn) plain.add(member);
          else plain.delete(member);
        }
        layered = isIn ? layered.with(members) : layered.without(members);
        expect([...layered]).toEqual([...plain]);
        expect(layered.size).toBe(plain.size);
      }
    }),
  );
});
