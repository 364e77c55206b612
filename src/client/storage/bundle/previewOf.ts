import { entityKey } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Person } from '#core/people/role.ts';
import type { ImportPlan } from '#client/storage/imports/planImport.ts';
import type { FileAmount, ImportPreview } from './bundleOrder.ts';
import type { ReadIncoming } from './readIncoming.ts';

type Facts = {
  readonly people: readonly Person[];
  readonly mayRead: (one: { readonly scope: ScopeId }) => boolean;
  readonly freshFiles: FileAmount;
};

/** What a person is shown before they merge a file: whose it is, and what of it is new. */
export function previewOf({ manifest, incoming, files }: ReadIncoming, plan: ImportPlan, { people, mayRead, freshFiles }: Facts): ImportPreview {
  const fresh = [...plan.rows.flatMap((row) => row.ops), ...plan.refused.map(({ op }) => op)];
  const unproved = new Set(plan.rows.flatMap((row) => row.unproved));
  const records = new Map<string, Set<string>>();
  const authors = new Map<string, { freshOps: number; proved: boolean }>();
  for (const op of fresh) {
    records.set(op.entity, (records.get(op.entity) ?? new Set()).add(entityKey(op.entity, op.entityId)));
    const author = authors.get(op.actor) ?? { freshOps: 0, proved: true };
    authors.set(op.actor, { freshOps: author.freshOps + 1, proved: author.proved && !unproved.has(op.id) });
  }
  const names = new Map([...manifest.people, manifest.madeBy, ...people].map((person) => [person.id, person.name]));
  const all = new Map([...incoming.batches, ...incoming.pages].flatMap(({ ops }) => ops.map((op) => [op.id, op] as const)));
  return {
    manifest,
    ops: [...all.values()].filter(mayRead).length,
    freshOps: fresh.length,
    kinds: [...records].map(([entity, ids]) => ({ entity, records: ids.size })).sort((a, b) => b.records - a.records || (a.entity < b.entity ? -1 : 1)),
    people: [...authors].map(([id, author]) => ({ id, name: names.get(id) ?? '', ...author })).sort((a, b) => b.freshOps - a.freshOps),
    unproved: unproved.size,
    clashing: plan.clashing,
    hasOthers: [...all.values(), ...files].some((one) => !mayRead(one)),
    freshFiles,
  };
}
