import { expect, test } from 'vitest';
import { publishBlocks } from '#core/finding/draftFinding.ts';
import type { FieldValues, Op } from '#core/op/op.ts';
import { aDraft } from '#test/builders/aFinding.ts';
import { draftIn } from '#test/builders/aHandOver.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const blocksOf = (set: FieldValues, hasPriority = true, ...more: readonly Op[]) => publishBlocks(draftIn(stateOf(aDraft(set), ...more)), hasPriority);

test('a complete gap can be handed over', () => {
  expect(blocksOf({})).toEqual([]);
});

test('a gap is kept back until it says what, which proof, how urgent and until when', () => {
  expect(blocksOf({ kind: '', statement: ' ' })).toEqual(['no-kind', 'no-statement']);
  for (const kind of ['gap', 'file_issue', 'concern']) {
    expect(blocksOf({ kind, proofWanted: '\n', dueDate: '' }, false)).toEqual(['no-proof-wanted', 'no-priority', 'no-due-date']);
  }
});

test('a recommendation and a commendation ask for words only', () => {
  for (const kind of ['recommendation', 'commendation']) expect(blocksOf({ kind, proofWanted: '', dueDate: '' }, false)).toEqual([]);
});

test('a draft that two people changed is not handed over before a person settles it', () => {
  expect(blocksOf({}, true, aDraft({ statement: 'Otra' }))).toEqual(['unconfirmed-merge']);
});
