import { sameJson } from '#core/json.ts';
import { entityKey, isPurged, type Op } from '#core/op/op.ts';
import { deletionOf, viewField, type ScopeState } from '#core/op/scopeState.ts';
import { mustHold } from './broken.ts';
import type { Witness } from './witness.ts';

/**
 * Looks at a state with nothing but the ops and what their authors could see. A value is gone only when somebody who saw it wrote
 * another; a record is hidden only when somebody who saw all that stands in it deleted it. `gone`: purged here.
 */
export function checkAgainstAuthors(name: string, state: ScopeState, ops: readonly Op[], gone: ReadonlySet<string>, witness: Witness): void {
  const saw = (later: Op, earlier: Op): boolean => witness.ops.get(later.id)?.seen.has(earlier.id) ?? false;
  const byEntity = new Map<string, Op[]>();
  for (const op of ops) {
    const key = entityKey(op.entity, op.entityId);
    const list = byEntity.get(key);
    if (list) list.push(op);
    else byEntity.set(key, [op]);
  }
  for (const [key, all] of byEntity) {
    const entity = state.entities.get(key);
    const isGone = (op: Op): boolean => gone.has(op.id);
    if (all.every(isGone)) {
      mustHold('purged', entity === undefined || entity.ops.every(isPurged), () => `${name} shows ${key}, which was purged`);
      continue;
    }
    mustHold('heads', entity !== undefined, () => `${name} has ops of ${key} and does not show it`);
    if (!entity) continue;
    const standing: Op[] = [];
    for (const field of new Set(all.flatMap((op) => Object.keys(op.set)))) {
      const writers = all.filter((op) => Object.hasOwn(op.set, field));
      const view = viewField(entity, field);
      const shown = view.kind === 'none' ? [] : view.heads;
      // What was purged says nothing any more, and what it had replaced stays replaced.
      const left = writers.filter((op) => !isGone(op) && !writers.some((later) => later !== op && saw(later, op)));
      for (const op of left) {
        mustHold('heads', shown.some((head) => sameJson(head.value, op.set[field] ?? null)), () => `${name}: ${field} of ${key} as written by ${op.id} is not shown`);
      }
      mustHold('heads', shown.length === left.length, () => `${name}: ${field} of ${key} shows ${shown.length} heads, ${left.length} stand`);
      if (field !== 'deleted') standing.push(...left);
    }
    if (deletionOf(entity) !== 'deleted') continue;
    const deletes = all.filter((op) => op.set['deleted'] === true && !isGone(op));
    mustHold('hidden', deletes.some((op) => standing.every((other) => other.id === op.id || saw(op, other))), () => `${name}: ${key} is hidden, and nobody who deleted it saw all of it`);
  }
}
