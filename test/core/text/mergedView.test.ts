import { expect, test } from 'vitest';
import { sealOp, type FieldValues, type Op } from '#core/op/op.ts';
import { addOps, emptyScopeState, entityOf } from '#core/op/scopeState.ts';
import { mergedView } from '#core/text/mergedView.ts';

const VISIT = 'visit:0190a000-0000-7000-8000-000000000001';
const NOTE = '0190a000-0000-7000-8000-000000000002';
let counter = 0;

/** An op about the note, after the ops named in `base`. */
function write(actor: string, set: FieldValues, base: readonly Op[] = [], entity = 'observation'): Op {
  counter += 1;
  return sealOp({
    id: `0190b000-0000-7000-8000-${String(counter).padStart(12, '0')}`, v: 1, scope: VISIT, entity, entityId: NOTE, set,
    base: Object.fromEntries(Object.keys(set).map((field) => [field, base.map((op) => op.id)])),
    actor, device: 'device', n: counter, lamport: Math.max(0, ...base.map((op) => op.lamport)) + 1, at: '2026-11-18T17:00:00Z',
    timeZone: 'America/Mexico_City', salt: '00'.repeat(16),
  });
}

const viewOf = (ops: readonly Op[], entity = 'observation') => mergedView(entityOf(addOps(emptyScopeState, ops), entity, NOTE), 'text');

test('a note that two people continued apart is shown as one text with each one’s part', () => {
  const first = write('rosa', { text: 'La puerta cierra.' });
  const rosa = write('rosa', { text: 'La puerta cierra. Falta septiembre.' }, [first]);
  const dale = write('dale', { text: 'La puerta cierra. Hay un sello roto.' }, [first]);
  const view = viewOf([dale, first, rosa]);
  expect(view).toMatchObject({
    kind: 'merged',
    text: 'La puerta cierra. Falta septiembre. Hay un sello roto.',
    segments: [{ text: 'La puerta cierra. ' }, { text: 'Falta septiembre. ', author: 'rosa' }, { text: 'Hay un sello roto.', author: 'dale' }],
    heads: [rosa.id, dale.id].sort(),
  });
});

test('the text that both grew out of is the youngest one that both had seen', () => {
  const first = write('rosa', { text: 'Uno.' });
  const second = write('dale', { text: 'Uno. Dos.' }, [first]);
  const rosa = write('rosa', { text: 'Uno.' }, [second]);
  const dale = write('dale', { text: 'Uno. Dos. Tres.' }, [second]);
  expect(viewOf([first, second, rosa, dale])).toMatchObject({ text: 'Uno. Tres.' });
});

test('a note without conflict needs no merging', () => {
  expect(viewOf([write('rosa', { text: 'Uno.' })])).toBeUndefined();
  expect(mergedView(undefined, 'text')).toBeUndefined();
});

test('the same words written by two people are no conflict', () => {
  expect(viewOf([write('rosa', { text: 'Uno.' }), write('dale', { text: 'Uno.' })])).toBeUndefined();
});

test('three different texts are shown side by side, never merged by machine', () => {
  const view = viewOf([write('rosa', { text: 'Uno.' }), write('dale', { text: 'Dos.' }), write('mirna', { text: 'Tres.' })]);
  expect(view).toMatchObject({ kind: 'side-by-side', sides: [{ text: 'Uno.', author: 'rosa' }, { text: 'Dos.', author: 'dale' }, { text: 'Tres.', author: 'mirna' }] });
});

test('[M9] what a person said in an interview is never merged by machine', () => {
  expect(viewOf([write('rosa', { text: 'Uno.' }, [], 'interview'), write('rosa', { text: 'Dos.' }, [], 'interview')], 'interview')?.kind).toBe('side-by-side');
});

test('[M9] a finding’s statement is never merged by machine', () => {
  const ops = [write('rosa', { statement: 'Uno.' }, [], 'finding'), write('dale', { statement: 'Dos.' }, [], 'finding')];
  expect(mergedView(entityOf(addOps(emptyScopeState, ops), 'finding', NOTE), 'statement')?.kind).toBe('side-by-side');
});

test('a text in Spanish and one in English are shown side by side', () => {
  const ops = [write('rosa', { text: 'Uno.', textLang: 'es' }), write('dale', { text: 'One.', textLang: 'en' })];
  expect(viewOf(ops)).toMatchObject({ kind: 'side-by-side', sides: [{ language: 'es' }, { language: 'en' }] });
});

test('an op that confirms the merged text and names both heads settles the difference', () => {
  const rosa = write('rosa', { text: 'Uno.' });
  const dale = write('dale', { text: 'Dos.' });
  expect(viewOf([rosa, dale, write('mirna', { text: 'Uno. Dos.' }, [rosa, dale])])).toBeUndefined();
});
