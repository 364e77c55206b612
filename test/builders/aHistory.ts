import fc from 'fast-check';
import type { Op } from '#core/op/op.ts';
import { addOps, allHeadIds, emptyScopeState, entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { anOp, DALE, MARTA } from './opBuilder.ts';

const ENTITIES = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'] as const;
const FIELDS = ['text', 'area', 'standard.s1'] as const;

/**
 * Ops as two people really write them: each looks at what their own tablet holds, and now and then the tablets meet.
 * A step is [who, what, entity, field, value].
 */
export function aHistory(): fc.Arbitrary<readonly Op[]> {
  const step = fc.tuple(
    fc.constantFrom(0, 1),
    fc.constantFrom('write', 'write', 'write', 'delete', 'meet'),
    fc.constantFrom(...ENTITIES),
    fc.constantFrom(...FIELDS),
    fc.constantFrom('A', 'B', 'C', 'D'),
  );
  return fc.array(step, { minLength: 1, maxLength: 25 }).map((steps) => {
    const tablets: [ScopeState, ScopeState] = [emptyScopeState, emptyScopeState];
    const ops: Op[] = [];
    for (const [who, what, entityId, field, value] of steps) {
      const state = tablets[who === 0 ? 0 : 1];
      if (what === 'meet') {
        tablets[0] = addOps(tablets[0], ops);
        tablets[1] = addOps(tablets[1], ops);
        continue;
      }
      const entity = entityOf(state, 'observation', entityId);
      const wanted = what === 'delete' ? 'deleted' : field;
      const op = anOp({
        entityId, actor: who === 0 ? MARTA : DALE, lamport: state.maxLamport + 1,
        set: { [wanted]: what === 'delete' ? true : field === 'standard.s1' ? value < 'C' : value },
        base: { [wanted]: headIds(entity, wanted) },
        ...(what === 'delete' ? { saw: allHeadIds(entity) } : {}),
      });
      ops.push(op);
      tablets[who === 0 ? 0 : 1] = addOps(state, [op]);
    }
    return ops;
  });
}
