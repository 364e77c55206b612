import { expect, test } from 'vitest';
import { restsOnUnproved } from '#core/op/restsOnUnproved.ts';
import { addOps, emptyScopeState } from '#core/op/scopeState.ts';
import type { Change } from '#core/op/change.ts';
import { anId, anOp, DALE, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const finding = anId();
const rating = anOp({ entity: 'rating', entityId: `ed/1.2/${DALE}`, set: { result: 'partial' } });
const other = anOp({ entity: 'rating', entityId: `ed/1.20/${MARTA}`, set: { result: 'partial' } });
const draft = anOp({ entity: 'finding', entityId: finding, set: { statement: 'x' } });
const state = addOps(emptyScopeState, [rating, other, draft]);
const change = (over: Partial<Change>): Change => ({ scope: VISIT_SCOPE, entity: 'teamRating', entityId: 'ed/1.2', set: { 'settled.result': 'partial' }, ...over });

test.each<[string, Partial<Change>, string, boolean]>([
  ['a settlement of a standard with an unproved rating', {}, rating.id, true],
  ['the confirmation that a standard does not apply', { set: { applicability: 'na_function' } }, rating.id, true],
  ['a settlement of another standard, also where its number begins alike', {}, other.id, false],
  ['a hand-over of a draft with unproved words', { entity: 'publication', entityId: null, set: { finding } }, draft.id, true],
  ['a decision on an unproved submission', { entity: 'decision', entityId: null, set: { finding, value: 'closed' }, saw: ['s1'] }, 's1', true],
  ['a decision on other submissions', { entity: 'decision', entityId: null, set: { finding, value: 'closed' }, saw: ['s2'] }, 's1', false],
  ['an own rating beside an unproved one', { entity: 'rating', entityId: `ed/1.2/${MARTA}`, set: { result: 'partial' } }, rating.id, false],
  ['an edit of an unproved draft', { entity: 'finding', entityId: finding, set: { statement: 'y' }, base: { statement: [draft.id] } }, draft.id, false],
])('[H8] %s', (_what, over, unproved, stops) => {
  expect(restsOnUnproved(change(over), state, new Set([unproved]))).toBe(stops);
});
