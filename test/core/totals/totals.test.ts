import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRIORITIES } from '#core/finding/values.ts';
import { PROGRAMS } from '#core/manual/edition.ts';
import { totalsOf, type CountedAgency } from '#core/totals/totals.ts';

const today = '2026-11-25';
const agency = (more: Partial<CountedAgency> = {}): CountedAgency => ({ program: 'LE', visits: [], findings: [], today, ...more });
const visit = (startDate: string, endDate = startDate) => ({ startDate, endDate });
const finding = (value: 'published' | 'verified_closed') => ({ state: { kind: 'state', value, standing: undefined } as const, priority: 'high' as const });

test('where an agency stands follows from its visits and findings', () => {
  const stage = (one: CountedAgency) => totalsOf([one, one, one]).byProgram[0]?.parts?.map(({ key }) => key);
  expect(stage(agency())).toEqual(['no_visit']);
  expect(stage(agency({ visits: [visit('2026-12-01')] }))).toEqual(['visit_planned']);
  expect(stage(agency({ visits: [visit('2026-11-24', '2026-11-26')], findings: [finding('published')] }))).toEqual(['under_visit']);
  expect(stage(agency({ visits: [visit('2026-11-01')] }))).toEqual(['visited']);
  expect(stage(agency({ visits: [visit('2026-11-01')], findings: [finding('published'), finding('verified_closed')] }))).toEqual(['working_on_gaps']);
  expect(stage(agency({ findings: [finding('verified_closed')] }))).toEqual(['gaps_closed']);
});

test('[A12] a count under three is not broken down, and what is broken down adds up', () => {
  const programs = fc.option(fc.constantFrom(...PROGRAMS), { nil: undefined });
  const findings = fc.array(fc.record({
    state: fc.constantFrom('published' as const, 'returned' as const, 'verified_closed' as const).map((value) => ({ kind: 'state' as const, value, standing: undefined })),
    priority: fc.option(fc.constantFrom(...PRIORITIES), { nil: undefined }),
  }), { maxLength: 6 });
  const visits = fc.array(fc.constantFrom(visit('2026-12-01'), visit('2026-11-01'), visit('')), { maxLength: 3 });
  fc.assert(fc.property(fc.array(fc.record({ program: programs, visits, findings, today: fc.constant(today) }), { maxLength: 12 }), (agencies) => {
    const totals = totalsOf(agencies);
    for (const { count, parts } of [...totals.byProgram, totals.visits, ...totals.byState]) {
      expect(parts === undefined).toBe(count < 3);
      if (parts) expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(count);
    }
    expect(totals.byProgram.reduce((sum, { count }) => sum + count, 0)).toBe(agencies.length);
    expect(totals.byState.reduce((sum, { count }) => sum + count, 0)).toBe(agencies.flatMap((one) => one.findings).length);
  }), { numRuns: 100 });
});
