import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIntact, purgedOp, type Op } from '#core/op/op.ts';
import { addOps, allHeadIds, deletionOf, emptyScopeState, entitiesOf, entityOf, headIds, removeOps, viewField, type ScopeState } from '#core/op/scopeState.ts';
import { readMembers } from '#core/op/readField.ts';
import { aHistory } from '#test/builders/aHistory.ts';
import { anOp, DALE, OBSERVATION } from '#test/builders/opBuilder.ts';

const stateOf = (...ops: readonly Op[]): ScopeState => addOps(emptyScopeState, ops);
const observation = (state: ScopeState) => {
  const entity = entityOf(state, 'observation', OBSERVATION);
  if (!entity) throw new Error('no observation');
  return entity;
};
const values = (state: ScopeState, field = 'text') => {
  const view = viewField(entityOf(state, 'observation', OBSERVATION), field);
  return view.kind === 'none' ? [] : view.heads.map((head) => head.value);
};

describe('merging', () => {
  test('[M1] any order, duplication and split of ops gives one state', () => {
    fc.assert(
      fc.property(aHistory(), fc.infiniteStream(fc.nat()), (ops, numbers) => {
        const shuffled = [...ops, ...ops.filter((_, index) => index % 3 === 0)]
          .map((op) => ({ op, key: numbers.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ op }) => op);
        let split = emptyScopeState;
        for (const op of shuffled) split = addOps(split, [op]);
        const half = Math.floor(shuffled.length / 2);
        const halves = addOps(addOps(emptyScopeState, shuffled.slice(half)), shuffled.slice(0, half));
        const whole = addOps(emptyScopeState, ops);
        expect(plain(split)).toEqual(plain(whole));
        expect(plain(halves)).toEqual(plain(whole));
      }),
      { numRuns: 300 },
    );
  });

  test('[M2] nothing distinct is hidden: every written value that no later op names is a head', () => {
    fc.assert(
      fc.property(aHistory(), (ops) => {
        const state = addOps(emptyScopeState, ops);
        for (const op of ops) {
          for (const field of Object.keys(op.set)) {
            const named = ops.some((other) => other.entityId === op.entityId && other.base[field]?.includes(op.id) && other.lamport > op.lamport && field in other.set);
            const heads = headIds(entityOf(state, op.entity, op.entityId), field);
            expect(heads.includes(op.id)).toBe(!named);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[M3] two people who did not see each other are both shown', () => {
    const state = stateOf(anOp({ set: { text: 'Puerta cerrada' } }), anOp({ set: { text: 'Door open' }, actor: DALE }));
    expect(viewField(observation(state), 'text').kind).toBe('conflict');
    expect(new Set(values(state))).toEqual(new Set(['Puerta cerrada', 'Door open']));
  });

  test('[M3] the same words written twice are no conflict', () => {
    const state = stateOf(anOp({ set: { text: 'Puerta cerrada' } }), anOp({ set: { text: 'Puerta cerrada' }, actor: DALE }));
    expect(viewField(observation(state), 'text').kind).toBe('value');
  });

  test('[M3] an op that names all heads settles a conflict, one that names half of them does not', () => {
    const a = anOp({ set: { text: 'A' } });
    const b = anOp({ set: { text: 'B' } });
    const half = anOp({ set: { text: 'C' }, base: { text: [a.id] } });
    expect(new Set(values(stateOf(a, b, half)))).toEqual(new Set(['B', 'C']));
    const all = anOp({ set: { text: 'D' }, base: { text: [b.id, half.id] } });
    expect(values(stateOf(a, b, half, all))).toEqual(['D']);
  });

  test('[M4] one edits the area while another edits the text: both stand', () => {
    const first = anOp({ set: { text: 'A', area: 'armory' }, base: {} });
    const state = stateOf(
      first,
      anOp({ set: { text: 'B' }, base: { text: [first.id] } }),
      anOp({ set: { area: 'holding' }, base: { area: [first.id] }, actor: DALE }),
    );
    expect(values(state)).toEqual(['B']);
    expect(values(state, 'area')).toEqual(['holding']);
  });

  test('[M6] two forged ops that name each other do not make both values vanish', () => {
    const a = anOp({ set: { text: 'A' }, lamport: 5 });
    const b = anOp({ set: { text: 'B' }, lamport: 5, base: { text: [a.id] } });
    const forgedA = { ...a, base: { text: [b.id] } };
    expect(new Set(values(stateOf(forgedA, b)))).toEqual(new Set(['A', 'B']));
  });

  test('[M7] an entity that no new op touches stays the same object, and no new op gives the same state', () => {
    const other = anOp({ entityId: '0190a000-0000-7000-8000-000000000001' });
    const before = stateOf(anOp(), other);
    const after = addOps(before, [anOp()]);
    expect(entityOf(after, 'observation', other.entityId)).toBe(entityOf(before, 'observation', other.entityId));
    expect(addOps(after, [other])).toBe(after);
  });

  test('[M8] a tie that one person set and another, not knowing, took away stays', () => {
    const state = stateOf(anOp({ set: { 'standard.s1': true } }), anOp({ set: { 'standard.s1': false }, actor: DALE }));
    expect(readMembers(observation(state), 'standard.')).toEqual(['s1']);
  });
});

describe('taking ops out', () => {
  test('[L4] [M1] [M7] a state without some ops is the state that never had them, and other entities stay the same objects', () => {
    fc.assert(
      fc.property(aHistory(), fc.infiniteStream(fc.boolean()), (ops, coins) => {
        const gone = ops.filter(() => coins.next().value);
        const kept = ops.filter((op) => !gone.includes(op));
        const before = addOps(emptyScopeState, ops);
        const after = removeOps(before, gone);
        expect(plain(after)).toEqual(plain(addOps(emptyScopeState, kept)));
        expect([after.maxLamport, after.opIds.size]).toEqual([Math.max(0, ...kept.map((op) => op.lamport)), kept.length]);
        const touched = new Set(gone.map((op) => op.entityId));
        for (const op of kept) if (!touched.has(op.entityId)) expect(entityOf(after, op.entity, op.entityId)).toBe(entityOf(before, op.entity, op.entityId));
      }),
      { numRuns: 200 },
    );
    const state = stateOf(anOp());
    expect(removeOps(state, [anOp()])).toBe(state);
  });
});

describe('purging', () => {
  test('[G1] a purged op can still be checked, and a change of what is left of it is seen', () => {
    const op = purgedOp(anOp({ set: { text: 'lo que no debe quedar' } }));
    expect(JSON.stringify(op)).not.toContain('lo que no debe');
    expect(isIntact(op)).toBe(true);
    expect(isIntact({ ...op, actor: DALE })).toBe(false);
    expect(isIntact({ ...op, set: { text: 'otra cosa' } })).toBe(false);
  });

  test('[G1] [M1] an op in its purged form wins over its words, in any order of arrival, and every replica is equal', () => {
    fc.assert(
      fc.property(aHistory(), fc.infiniteStream(fc.nat()), (ops, numbers) => {
        const isGone = ops.map(() => numbers.next().value % 3 === 0);
        const final = ops.map((op, at) => (isGone[at] ? purgedOp(op) : op));
        const arrivals = [...ops, ...final].map((op) => ({ op, key: numbers.next().value })).sort((a, b) => a.key - b.key).map(({ op }) => op);
        let state = emptyScopeState;
        for (const op of arrivals) state = addOps(state, [op]);
        expect(plain(state)).toEqual(plain(addOps(emptyScopeState, final)));
        expect(plain(addOps(emptyScopeState, arrivals))).toEqual(plain(state));
        for (const entity of state.entities.values()) {
          for (const { heads, writers } of entity.fields.values()) for (const op of [...heads, ...writers.values()]) expect(op.salt).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });

  test('[G1] a record of which all was purged is not shown; what a purged op had replaced does not come back', () => {
    const first = anOp({ set: { text: 'A' } });
    const second = anOp({ set: { text: 'B' }, base: { text: [first.id] } });
    const half = stateOf(first, purgedOp(second));
    expect(viewField(entityOf(half, 'observation', OBSERVATION), 'text').kind).toBe('none');
    expect(values(stateOf(purgedOp(first), second))).toEqual(['B']);
    const none = addOps(half, [purgedOp(first)]);
    expect(entityOf(none, 'observation', OBSERVATION)).toBeUndefined();
    expect(entitiesOf(none, 'observation')).toEqual([]);
    expect(addOps(none, [first, second])).toBe(none);
  });
});

describe('deleting', () => {
  const created = anOp({ set: { text: 'A', area: 'armory' } });
  const deletion = anOp({ set: { deleted: true }, base: { deleted: [] }, saw: [created.id] });

  test('[M5] hides a record when the deleter saw all of it', () => {
    expect(deletionOf(observation(stateOf(created, deletion)))).toBe('deleted');
    expect(entitiesOf(stateOf(created, deletion), 'observation')).toEqual([]);
  });

  test('[M5] an edit that the deleter never saw brings the record back, marked, whichever arrives first', () => {
    const edit = anOp({ set: { text: 'B' }, base: { text: [created.id] }, actor: DALE });
    for (const state of [stateOf(created, deletion, edit), stateOf(edit, deletion, created)]) {
      expect(deletionOf(observation(state))).toBe('brought-back');
      expect(values(state)).toEqual(['B']);
    }
  });

  test('[M5] two deleters who each saw a part hide nothing', () => {
    const edit = anOp({ set: { area: 'holding' }, base: { area: [] }, actor: DALE });
    const one = anOp({ set: { deleted: true }, saw: [created.id] });
    const two = anOp({ set: { deleted: true }, saw: [edit.id], actor: DALE });
    expect(deletionOf(observation(stateOf(created, edit, one, two)))).toBe('brought-back');
  });

  test('[M5] taking a delete back shows the record again', () => {
    const state = stateOf(created, deletion);
    const undo = anOp({ set: { deleted: false }, base: { deleted: headIds(observation(state), 'deleted') } });
    expect(deletionOf(observation(addOps(state, [undo])))).toBe('alive');
  });

  test('what a delete must have seen are all heads', () => {
    expect(allHeadIds(observation(stateOf(created)))).toEqual([created.id]);
  });
});

/** A state as plain data, in an order of its own. */
function plain(state: ScopeState): unknown {
  return [...state.entities]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entity]) => [
      key, deletionOf(entity), entity.ops.map((op) => op.id),
      [...entity.fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, { heads, writers }]) => [field, heads.map((op) => op.id), [...writers.keys()].sort()]),
    ]);
}
