import type { Json } from '#core/json.ts';
import { sameJson } from '#core/json.ts';
import { entityKey, type Op } from './op.ts';

/** A field's heads: the ops that wrote it and that no later op names in `base` for it. Sorted by id: no order of arrival shows. */
export type FieldState = {
  readonly heads: readonly Op[];
  /** Every op that wrote the field, by id. */
  readonly writers: ReadonlyMap<string, Op>;
};

export type EntityState = {
  readonly entity: string;
  readonly entityId: string;
  readonly fields: ReadonlyMap<string, FieldState>;
  /** All ops of the entity, oldest first by (lamport, id). */
  readonly ops: readonly Op[];
};

/**
 * What a scope's ops say together. A pure function of the **set** of ops: `addOps` in any order, split or repeated
 * any way, gives an equal state. An entity that no new op touches stays the same object.
 */
export type ScopeState = {
  readonly entities: ReadonlyMap<string, EntityState>;
  readonly opIds: ReadonlySet<string>;
  readonly maxLamport: number;
};

export const emptyScopeState: ScopeState = { entities: new Map(), opIds: new Set(), maxLamport: 0 };

/** Adds ops of one scope; those already there change nothing (the same object comes back when none is new). */
export function addOps(state: ScopeState, ops: Iterable<Op>): ScopeState {
  const fresh = new Map<string, Op>();
  for (const op of ops) if (!state.opIds.has(op.id)) fresh.set(op.id, op);
  if (fresh.size === 0) return state;

  const byEntity = new Map<string, Op[]>();
  let maxLamport = state.maxLamport;
  for (const op of fresh.values()) {
    const key = entityKey(op.entity, op.entityId);
    const list = byEntity.get(key);
    if (list) list.push(op);
    else byEntity.set(key, [op]);
    maxLamport = Math.max(maxLamport, op.lamport);
  }
  const entities = new Map(state.entities);
  for (const [key, added] of byEntity) entities.set(key, extendEntity(entities.get(key), added));
  return { entities, opIds: new Set([...state.opIds, ...fresh.keys()]), maxLamport };
}

function extendEntity(before: EntityState | undefined, added: readonly Op[]): EntityState {
  const first = added[0];
  if (!first) throw new Error('no op to add');
  const ops = [...(before?.ops ?? []), ...added].sort(byLamportThenId);
  const fields = new Map(before?.fields);
  const touched = new Set(added.flatMap((op) => Object.keys(op.set)));
  for (const field of touched) {
    const writers = new Map(fields.get(field)?.writers);
    for (const op of added) if (Object.hasOwn(op.set, field)) writers.set(op.id, op);
    fields.set(field, { writers, heads: headsOf(field, writers) });
  }
  return { entity: first.entity, entityId: first.entityId, fields, ops };
}

/**
 * A name in `base` counts only against a writer of lower lamport. An honest author has always seen a lower one, so
 * this changes nothing for them, and two forged ops that name each other cannot make both values vanish.
 */
function headsOf(field: string, writers: ReadonlyMap<string, Op>): readonly Op[] {
  const superseded = new Set<string>();
  for (const op of writers.values()) {
    for (const id of op.base[field] ?? []) {
      const named = writers.get(id);
      if (named && named.lamport < op.lamport) superseded.add(id);
    }
  }
  return [...writers.values()].filter((op) => !superseded.has(op.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function byLamportThenId(a: Op, b: Op): number {
  return a.lamport - b.lamport || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function entityOf(state: ScopeState, entity: string, entityId: string): EntityState | undefined {
  return state.entities.get(entityKey(entity, entityId));
}

/** All entities of a kind, hidden ones left out, in order of their key: the same everywhere. */
export function entitiesOf(state: ScopeState, entity: string): readonly EntityState[] {
  const found: EntityState[] = [];
  for (const candidate of state.entities.values()) {
    if (candidate.entity === entity && !isDeleted(candidate)) found.push(candidate);
  }
  return found.sort((a, b) => (a.entityId < b.entityId ? -1 : 1));
}

/** One value that somebody wrote and nobody replaced. */
export type Head = { readonly value: Json; readonly op: Op };

export type FieldView =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: Json; readonly heads: readonly Head[] }
  | { readonly kind: 'conflict'; readonly heads: readonly Head[] };

const NONE: FieldView = { kind: 'none' };

/** One distinct head value: that is the value. More: a conflict, all shown, until a person settles it. */
export function viewField(entity: EntityState | undefined, field: string): FieldView {
  const state = entity?.fields.get(field);
  if (!state) return NONE;
  const heads = state.heads.map((op) => ({ value: op.set[field] ?? null, op }));
  const [first] = heads;
  if (!first) return NONE;
  return heads.every((head) => sameJson(head.value, first.value))
    ? { kind: 'value', value: first.value, heads }
    : { kind: 'conflict', heads };
}

/** The heads of a field as ids: what an edit that begins now must name in `base`. */
export function headIds(entity: EntityState | undefined, field: string): readonly string[] {
  return entity?.fields.get(field)?.heads.map((op) => op.id) ?? [];
}

/** Ids of all heads of an entity: what a delete, a settlement or a publication made now has seen. */
export function allHeadIds(entity: EntityState | undefined): readonly string[] {
  if (!entity) return [];
  const ids = new Set<string>();
  for (const field of entity.fields.values()) for (const op of field.heads) ids.add(op.id);
  return [...ids].sort();
}

export type Deletion = 'alive' | 'deleted' | 'brought-back';

/**
 * A delete hides an entity only when it saw every head. An edit that the deleter never saw brings the record back,
 * marked `brought-back`.
 */
export function deletionOf(entity: EntityState): Deletion {
  const heads = entity.fields.get('deleted')?.heads ?? [];
  const deletes = heads.filter((op) => op.set['deleted'] === true);
  if (deletes.length === 0) return 'alive';
  if (deletes.length < heads.length) return 'brought-back';
  const others = new Set<string>();
  for (const [name, field] of entity.fields) if (name !== 'deleted') for (const op of field.heads) others.add(op.id);
  const hides = (op: Op): boolean => {
    const seen = new Set([...(op.saw ?? []), op.id]);
    return [...others].every((id) => seen.has(id));
  };
  return deletes.some(hides) ? 'deleted' : 'brought-back';
}

export const isDeleted = (entity: EntityState): boolean => deletionOf(entity) === 'deleted';
