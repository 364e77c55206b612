import { expect, test } from 'vitest';
import { likelyReasons } from '#core/rating/likelyReasons.ts';
import { GAP_REASONS } from '#core/rating/values.ts';
import { NO_EVIDENCE } from '#core/visit/evidence.ts';
import { aStandard } from '#test/core/manual/manualBuilders.ts';

test('every reason is offered once, whatever is known', () => {
  const reasons = likelyReasons(aStandard('1'), new Map(), NO_EVIDENCE);
  expect([...reasons].sort()).toEqual([...GAP_REASONS].sort());
});

test('an unmet directive and a contradicting interview come first', () => {
  const reasons = likelyReasons(aStandard('1'), new Map([['bullet.directive', 'not_met']]), { ...NO_EVIDENCE, interview: 'contradicts' });
  expect(reasons.slice(0, 3)).toEqual(['no_directive', 'directive_incomplete', 'staff_unaware']);
});
