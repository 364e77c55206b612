import { expect, test } from 'vitest';
import { arrangeObservations, type ObservationQuery } from '#core/visit/arrangeObservations.ts';
import type { Observation } from '#core/visit/observation.ts';

const observation = (part: Partial<Observation>): Observation => ({
  id: 'o1', code: 'O-MI-001', area: 'bodega', text: { text: 'El acceso está cerrado.', conflict: false }, language: 'es', outcome: undefined, barrier: undefined,
  observedAt: '2026-11-18T17:00:00Z', standards: [], conflicts: [],
  facts: { createdBy: 'marta', recordedAt: '2026-11-18T17:00:00Z', changedBy: 'marta', changedAt: '2026-11-18T17:00:00Z', authors: ['marta'], opIds: [], deletion: 'alive' },
  ...part,
});
const names = { area: (one: Observation) => (one.area === 'bodega' ? 'Bodega de indicios' : one.area), standardNumber: (id: string) => (id === 's1' ? '4.2.10' : id) };
const all: ObservationQuery = { order: 'newest', filters: new Set(), words: '', me: 'marta' };
const idsOf = (groups: ReturnType<typeof arrangeObservations>): readonly string[] => groups.flatMap((group) => group.observations.map((one) => one.id));

const first = observation({ id: 'first', standards: ['s1'] });
const second = observation({ id: 'second', area: '', text: { text: 'Sin extintor', conflict: false }, outcome: 'contradicts' });
const third = observation({ id: 'third', area: 'armería', barrier: 'locked', facts: { ...first.facts, createdBy: 'dale' } });

test('by area, what has no area comes last', () => {
  const groups = arrangeObservations([second, first, third], { ...all, order: 'area' }, names);
  expect(groups.map((group) => group.area)).toEqual(['armería', 'Bodega de indicios', '']);
});

test('a note is found by the number of its standard, by its code, and without accents', () => {
  expect(idsOf(arrangeObservations([first, second, third], { ...all, words: '4.2.10' }, names))).toEqual(['first']);
  expect(idsOf(arrangeObservations([first, second, third], { ...all, words: 'armeria' }, names))).toEqual(['third']);
  expect(idsOf(arrangeObservations([first], { ...all, words: 'o-mi-001 ACCESO' }, names))).toEqual(['first']);
});

test('filters narrow together', () => {
  expect(idsOf(arrangeObservations([first, second, third], { ...all, filters: new Set(['mine']) }, names))).toEqual(['first', 'second']);
  expect(idsOf(arrangeObservations([first, second, third], { ...all, filters: new Set(['mine', 'contradicts']) }, names))).toEqual(['second']);
  expect(arrangeObservations([first, second, third], { ...all, filters: new Set(['mine', 'barrier']) }, names)).toEqual([]);
});
