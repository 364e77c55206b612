import { describe, expect, test } from 'vitest';
import type { FieldValues, Op } from '#core/op/op.ts';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { evidenceByStandard, hasEvidence, NO_EVIDENCE } from '#core/visit/evidence.ts';
import { aRating, STANDARD } from '#test/builders/aRating.ts';
import { anId, anOp, DALE, MARTA } from '#test/builders/opBuilder.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const tied = { [`standard.${STANDARD}`]: true };
const seen = (set: FieldValues = {}, id = anId()): Op => anOp({ entityId: id, set: { ...tied, ...set }, base: {} });
const heard = (set: FieldValues = {}): Op => anOp({ entity: 'interview', entityId: `${anId()}/${MARTA}`, set: { ...tied, ...set }, base: {} });
const lights = (...ops: readonly Op[]) => {
  const visit = stateOf(...ops);
  const found = evidenceByStandard(visit, ratingsByStandard(visit)).get(STANDARD);
  return found && [found.document, found.interview, found.observation];
};

describe('the three lights of a standard', () => {
  test('are out where nothing is tied to it', () => {
    expect(lights()).toBeUndefined();
    expect(lights(anOp({ set: { 'standard.9.9.9': true, outcome: 'supports' }, base: {} }))).toBeUndefined();
  });

  test('tell what was seen apart from what was heard', () => {
    expect(lights(seen({ outcome: 'supports' }), heard({ outcome: 'contradicts' }))).toEqual(['none', 'contradicts', 'supports']);
  });

  test('one witness against outshines all support, and support outshines doubt', () => {
    expect(lights(seen({ outcome: 'supports' }), seen({ outcome: 'contradicts' }), seen())).toEqual(['none', 'none', 'contradicts']);
    expect(lights(heard(), heard({ outcome: 'supports' }))).toEqual(['none', 'supports', 'none']);
  });

  test('a note without a conclusion is inconclusive, and a barrier is never support', () => {
    expect(lights(seen())).toEqual(['none', 'none', 'inconclusive']);
    expect(lights(seen({ outcome: 'supports', barrier: 'locked' }))).toEqual(['none', 'none', 'inconclusive']);
  });

  test('an interview that has only begun lights nothing and is no evidence yet', () => {
    expect(lights(heard({ consent: 'tacit' }))).toEqual(['none', 'none', 'none']);
    const visit = stateOf(heard({ consent: 'tacit' }));
    expect(hasEvidence(evidenceByStandard(visit, ratingsByStandard(visit)).get(STANDARD))).toBe(false);
    expect(lights(heard({ text: 'Nadie revisa la bitácora.' }))).toEqual(['none', 'inconclusive', 'none']);
  });

  test('the document’s is the written directive in anybody’s rating', () => {
    expect(lights(aRating(MARTA, { 'bullet.directive': 'met' }))).toEqual(['supports', 'none', 'none']);
    expect(lights(aRating(MARTA, { 'bullet.directive': 'met' }), aRating(DALE, { 'bullet.directive': 'not_met' }))).toEqual(['contradicts', 'none', 'none']);
    expect(lights(aRating(MARTA, { 'bullet.directive': 'na' }))).toEqual(['none', 'none', 'none']);
    expect(lights(aRating(MARTA, { 'bullet.a': 'met' }))).toBeUndefined();
  });

  test('a deleted note gives no light, and comes back with an edit that the deleter never saw', () => {
    const note = seen({ outcome: 'contradicts' });
    const gone = anOp({ entityId: note.entityId, set: { deleted: true }, base: {}, saw: [note.id] });
    expect(lights(note, gone)).toBeUndefined();
    expect(lights(note, gone, anOp({ entityId: note.entityId, set: { text: 'Más' }, actor: DALE }))).toEqual(['none', 'none', 'contradicts']);
  });

  test('a note untied from the standard gives none', () => {
    const note = seen({ outcome: 'supports' });
    expect(lights(note, anOp({ entityId: note.entityId, set: { [`standard.${STANDARD}`]: false }, base: { [`standard.${STANDARD}`]: [note.id] } }))).toBeUndefined();
  });
});

test('one note may be evidence of several standards', () => {
  const visit = stateOf(seen({ 'standard.2.2.2': true, outcome: 'supports' }));
  const found = evidenceByStandard(visit, new Map());
  expect([...found.keys()].sort()).toEqual([STANDARD, '2.2.2']);
  expect(hasEvidence(found.get('2.2.2'))).toBe(true);
});

test('“all met” has nothing to stand on without an interview or an observation', () => {
  expect(hasEvidence(undefined)).toBe(false);
  expect(hasEvidence(NO_EVIDENCE)).toBe(false);
  expect(hasEvidence({ ...NO_EVIDENCE, document: 'supports' })).toBe(false);
});
