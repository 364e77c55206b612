import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level, Standard } from '#core/manual/edition.ts';
import { rollUp, type CountedStandard } from '#core/rating/rollUp.ts';
import { APPLICABILITIES, RESULTS } from '#core/rating/values.ts';
import { inAnyOrder } from '#test/builders/inAnyOrder.ts';
import { aBullet, aStandard } from '#test/core/manual/manualBuilders.ts';

const RULE = { otherPercent: 80 };
const ofLevel = (level: Level, over: Partial<Standard> = {}): Standard =>
  aStandard('1.1.1', { bullets: [aBullet('a')], levels: { A: level, B: level, C: level, D: level }, ...over });
const counted = (level: Level, over: Partial<CountedStandard> = {}): CountedStandard => ({
  standard: ofLevel(level), result: 'in_compliance', applicability: undefined, hasUnmetItem: false, ...over,
});
const many = (count: number, one: CountedStandard): readonly CountedStandard[] => Array.from({ length: count }, () => one);
const total = (...standards: readonly CountedStandard[]) => rollUp(standards, 'B', RULE);

const NONE = { total: 0, complied: 0, notComplied: 0, undecided: 0 };
const COMPLIED = { ...NONE, total: 1, complied: 1 };
const NOT = { ...NONE, total: 1, notComplied: 1 };
const UNDECIDED = { ...NONE, total: 1, undecided: 1 };

describe('what a result counts as', () => {
  const EXPECTED = {
    not_reviewed: UNDECIDED, in_review: UNDECIDED, in_compliance: COMPLIED, in_compliance_comment: COMPLIED, partial: NOT,
    not_in_compliance: NOT, verify_on_site: UNDECIDED, unable_to_verify: UNDECIDED,
  } as const;

  test.each(RESULTS)('[R5] %s, on a mandatory standard and on another one', (result) => {
    expect(total(counted('M', { result })).mandatory).toEqual(EXPECTED[result]);
    expect(total(counted('O', { result })).other).toEqual(EXPECTED[result]);
  });

  test('[R5] a standard on which the team has not agreed is undecided', () => {
    expect(total(counted('M', { result: undefined })).mandatory).toEqual(UNDECIDED);
  });

  test('[R6] in compliance with an unmet item is undecided, never complied', () => {
    for (const result of ['in_compliance', 'in_compliance_comment'] as const) {
      expect(total(counted('M', { result, hasUnmetItem: true })).mandatory).toEqual(UNDECIDED);
    }
    expect(total(counted('M', { result: 'not_in_compliance', hasUnmetItem: true })).mandatory).toEqual(NOT);
  });
});

describe('what applies', () => {
  const EXPECTED = {
    applicable: COMPLIED, na_function: NONE, na_size: NONE, na_tier: NONE, elected_exempt: NOT, waiver_requested: COMPLIED, waiver_granted: NONE,
    undetermined: COMPLIED,
  } as const;

  test.each(APPLICABILITIES)('[R5] confirmed %s, on a standard that is not mandatory', (applicability) => {
    const sum = total(counted('O', { applicability }));
    expect(sum.other).toEqual(EXPECTED[applicability]);
    expect(sum.notApplicable).toBe(EXPECTED[applicability] === NONE ? 1 : 0);
  });

  test('[R5] an exemption on a mandatory standard changes nothing: its result counts', () => {
    expect(total(counted('M', { applicability: 'elected_exempt' })).mandatory).toEqual(COMPLIED);
    expect(total(counted('M', { applicability: 'elected_exempt', result: undefined })).mandatory).toEqual(UNDECIDED);
    expect(total(counted('M', { applicability: 'elected_exempt', result: 'partial' })).mandatory).toEqual(NOT);
  });

  test('[R5] an exempted standard stays in the denominator, whatever was rated on it', () => {
    const sum = total(...many(4, counted('O')), counted('O', { applicability: 'elected_exempt', result: 'in_compliance' }));
    expect(sum.otherPercent).toEqual({ worst: 80, best: 80 });
    expect(sum.forecast).toBe('passes');
  });

  test('[R5] the manual’s “not for this size” takes nothing out until the leader has confirmed it', () => {
    expect(total(counted('NA')).other).toEqual(COMPLIED);
    expect(total(counted('NA', { applicability: 'na_size' }))).toMatchObject({ other: NONE, notApplicable: 1 });
  });

  test('the level is that of the agency’s size', () => {
    const one = counted('O', { standard: ofLevel('O', { levels: { A: 'O', B: 'O', C: 'M', D: 'M' } }) });
    expect(rollUp([one], 'B', RULE).other.total).toBe(1);
    expect(rollUp([one], 'C', RULE).mandatory.total).toBe(1);
  });

  test('in an edition without levels everything is mandatory', () => {
    expect(total({ ...counted('M'), standard: aStandard('1', { bullets: [aBullet('a')] }) }).mandatory).toEqual(COMPLIED);
  });

  test('[R5] a reserved standard, and one without anything to rate, hold up no forecast', () => {
    const reserved = counted('M', { standard: ofLevel('M', { reserved: true }), result: undefined });
    const empty = counted('M', { standard: ofLevel('M', { bullets: [] }), result: undefined });
    expect(total(counted('M'), reserved, empty)).toMatchObject({ mandatory: COMPLIED, reserved: 2, forecast: 'passes' });
  });
});

describe('the forecast', () => {
  const [yes, no, open] = [counted('O'), counted('O', { result: 'not_in_compliance' }), counted('O', { result: undefined })];

  test('[R5] what is undecided makes it a range from worst to best', () => {
    const sum = total(...many(7, yes), ...many(1, no), ...many(2, open));
    expect(sum.otherPercent).toEqual({ worst: 70, best: 90 });
    expect(sum.forecast).toBe('open');
  });

  test.each([
    ['exactly 80 %', many(4, yes), many(1, no), 'passes'],
    ['79.9 %', many(799, yes), many(201, no), 'fails'],
    ['80 of 100', many(80, yes), many(20, no), 'passes'],
    ['28 of 35', many(28, yes), many(7, no), 'passes'],
    ['nothing that is not mandatory', [], [], 'passes'],
  ] as const)('[R5] %s: %#', (_what, complied, failed, forecast) => {
    expect(total(...complied, ...failed).forecast).toBe(forecast);
  });

  test('[R5] the percentage is the edition’s', () => {
    expect(rollUp([...many(9, yes), no], 'B', { otherPercent: 90 }).forecast).toBe('passes');
    expect(rollUp([...many(9, yes), no], 'B', { otherPercent: 91 }).forecast).toBe('fails');
  });

  test('one mandatory standard that falls short fails the visit, and one undecided leaves it open', () => {
    expect(total(...many(10, yes), counted('M', { result: 'partial' })).forecast).toBe('fails');
    expect(total(...many(10, yes), counted('M', { result: 'verify_on_site' })).forecast).toBe('open');
  });

  test('it is open only while what is undecided can still change it', () => {
    expect(total(...many(9, yes), open).forecast).toBe('passes');
    expect(total(...many(7, yes), ...many(3, no), open).forecast).toBe('fails');
  });

  const anyCounted = fc
    .record({
      level: fc.constantFrom<Level>('M', 'O', 'NA'), result: fc.constantFrom(...RESULTS, undefined),
      applicability: fc.constantFrom(...APPLICABILITIES, undefined), hasUnmetItem: fc.boolean(), reserved: fc.boolean(),
    })
    .map(({ level, reserved, ...rest }): CountedStandard => ({ standard: ofLevel(level, { reserved }), ...rest }));

  test('[R5] every standard is counted once, worst is never above best, and no order of counting matters', () => {
    fc.assert(
      fc.property(fc.array(anyCounted, { maxLength: 20 }).chain((list) => fc.tuple(fc.constant(list), inAnyOrder(list))), ([list, shuffled]) => {
        const sum = rollUp(list, 'B', RULE);
        expect(sum.mandatory.total + sum.other.total + sum.notApplicable + sum.reserved).toBe(list.length);
        for (const count of [sum.mandatory, sum.other]) expect(count.complied + count.notComplied + count.undecided).toBe(count.total);
        expect(sum.otherPercent.worst).toBeLessThanOrEqual(sum.otherPercent.best);
        expect(rollUp(shuffled, 'B', RULE)).toEqual(sum);
      }),
    );
  });

  test('[R5] deciding what is open never leads out of the range that was forecast', () => {
    fc.assert(
      fc.property(fc.array(anyCounted, { maxLength: 20 }), fc.constantFrom('in_compliance', 'not_in_compliance'), (list, decided) => {
        const before = rollUp(list, 'B', RULE);
        const after = rollUp(list.map((one) => (one.result === undefined ? { ...one, result: decided, hasUnmetItem: false } : one)), 'B', RULE);
        expect(after.otherPercent.worst).toBeGreaterThanOrEqual(before.otherPercent.worst);
        expect(after.otherPercent.best).toBeLessThanOrEqual(before.otherPercent.best);
        if (before.forecast !== 'open') expect(after.forecast).toBe(before.forecast);
      }),
    );
  });
});
