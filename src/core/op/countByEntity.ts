import type { Op } from './op.ts';

export type EntityCount = { readonly entity: string; readonly count: number; /** When the oldest was made. */ readonly since: string };

/** Ops by the kind of record that they write, the most first. */
export function countByEntity(ops: readonly Pick<Op, 'entity' | 'at'>[]): readonly EntityCount[] {
  const counts = new Map<string, EntityCount>();
  for (const { entity, at } of ops) {
    const known = counts.get(entity);
    counts.set(entity, { entity, count: (known?.count ?? 0) + 1, since: known && known.since < at ? known.since : at });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.entity < b.entity ? -1 : 1));
}
