import type { Json } from '#core/json.ts';
import { sameJson } from '#core/json.ts';
import { LayeredMap, LayeredSet } from '#core/layeredMap.ts';
import { entityKey, isPurged, type Op } from './op.ts';

/** A field's heads: the ops that wrote it and that no later op, purged ones too, names in `base` for it. Sorted by id: no order of arrival shows. */
export type FieldState = {
  readonly heads: readonly Op[];
  /** Every op that wrote the field and was not purged, by id. */
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

/** How a state is kept: so that one op more costs little, however many there are. */
type LayeredState = ScopeState & { readonly entities: LayeredMap<string, EntityState>; readonly opIds: LayeredSet<string> };

const emptyLayered: LayeredState = { entities: new LayeredMap(), opIds: new LayeredSet(), maxLamport: 0 };
export const emptyScopeState: ScopeState = emptyLayered;

function layered({ entities, opIds, maxLamport }: ScopeState): LayeredState {
  return {
    entities: entities instanceof LayeredMap ? entities : new LayeredMap(entities),
    opIds: opIds instanceof LayeredSet ? opIds : new LayeredSet<string>().with(opIds),
    maxLamport,
  };
}

/**
 * Adds ops of one scope; those already there change nothing (the same object comes back when none is new), but for one that comes
 * purged: it takes the place of its words, and words that come later do not bring them back.
 */
export function addOps(state: ScopeState, ops: Iterable<Op>): ScopeState {
  const fresh = new Map<string, Op>();
  const purged: Op[] = [];
  for (const op of ops) {
    if (state.opIds.has(op.id)) {
      if (isPurged(op)) purged.push(op);
    } else if (!fresh.has(op.id) || isPurged(op)) fresh.set(op.id, op);
  }
  const erased = purged.length === 0 ? state : erase(state, purged);
  if (fresh.size === 0) return erased;

  let { maxLamport } = erased;
  for (const op of fresh.values()) maxLamport = Math.max(maxLamport, op.lamport);
  const { entities, opIds } = layered(erased);
  const changed = [...byEntity(fresh.values())].map(([key, added]): [string, EntityState] => [key, extendEntity(entities.get(key), added)]);
  return { entities: entities.with(changed), opIds: opIds.with(fresh.keys()), maxLamport };
}

/** Takes ops of one scope out again, as if they had never come: the server refused them. */
export function removeOps(state: ScopeState, ops: Iterable<Op>): ScopeState {
  const gone = new Map<string, Op>();
  for (const op of ops) if (state.opIds.has(op.id)) gone.set(op.id, op);
  if (gone.size === 0) return state;
  const { entities, opIds } = layered(state);
  const changed: [string, EntityState][] = [];
  const emptied: string[] = [];
  for (const key of byEntity(gone.values()).keys()) {
    const kept = (entities.get(key)?.ops ?? []).filter(({ id }) => !gone.has(id));
    if (kept.length === 0) emptied.push(key);
    else changed.push([key, extendEntity(undefined, kept)]);
  }
  const left = entities.with(changed);
  const without = emptied.length === 0 ? left : left.without(emptied);
  let maxLamport = 0;
  for (const entity of without.values()) maxLamport = Math.max(maxLamport, entity.ops.at(-1)?.lamport ?? 0);
  return { entities: without, opIds: opIds.without(gone.keys()), maxLamport };
}

/** Puts purged ops in the place of the same ops with their words. */
function erase(state: ScopeState, purged: readonly Op[]): ScopeState {
  const { entities, opIds, maxLamport } = layered(state);
  const changed: [string, EntityState][] = [];
  for (const [key, ops] of byEntity(purged)) {
    const purgedById = new Map(ops.map((op) => [op.id, op]));
    const before = entities.get(key)?.ops ?? [];
    const after = before.map((op) => {
      const twin = purgedById.get(op.id);
      return twin && !isPurged(op) && twin.h === op.h ? twin : op;
    });
    if (after.some((op, at) => op !== before[at])) changed.push([key, extendEntity(undefined, after)]);
  }
  return changed.length === 0 ? state : { entities: entities.with(changed), opIds, maxLamport };
}

function byEntity(ops: Iterable<Op>): ReadonlyMap<string, readonly Op[]> {
  const found = new Map<string, Op[]>();
  for (const op of ops) {
    const key = entityKey(op.entity, op.entityId);
    const list = found.get(key);
    if (list) list.push(op);
    else found.set(key, [op]);
  }
  return found;
}

function extendEntity(before: EntityState | undefined, added: readonly Op[]): EntityState {
  const first = added[0];
  if (!first) throw new Error('no op to add');
  const ops = before || added.length > 1 ? [...(before?.ops ?? []), ...added].sort(byLamportThenId) : added;
  const purged = ops.some(isPurged) ? ops.filter(isPurged) : NO_OPS;
  const fields = new Map(before?.fields);
  /** The state of every field that one op alone has written is the same: most records cost one map, and not one a field. */
  let alone: FieldState | undefined;
  for (const [field, by] of writtenBy(added, fields)) {
    const known = fields.get(field);
    const [only] = by;
    if (!known && purged.length === 0 && by.length === 1 && only) {
      if (alone?.heads[0] !== only) alone = { heads: by, writers: new Map([[only.id, only]]) };
      fields.set(field, alone);
    }
    else {
      const writers = new Map(known?.writers);
      for (const op of by) writers.set(op.id, op);
      fields.set(field, { writers, heads: headsOf(field, writers, purged) });
    }
  }
  return { entity: first.entity, entityId: first.entityId, fields, ops };
}

const NO_OPS: readonly Op[] = [];

/** The ops that wrote each field. What a purged op replaced stays replaced, so the fields that it names are looked at anew. */
function writtenBy(added: readonly Op[], fields: ReadonlyMap<string, FieldState>): ReadonlyMap<string, readonly Op[]> {
  const written = new Map<string, Op[]>();
  for (const op of added) {
    // One op of a record is the usual case: its fields share one list.
    const mine = [op];
    for (const field in op.set) {
      const list = written.get(field);
      const [other] = list ?? [];
      if (!list || !other) written.set(field, mine);
      else if (list.length === 1) written.set(field, [other, op]);
      else list.push(op);
    }
    if (isPurged(op)) for (const field in op.base) if (fields.has(field) && !written.has(field)) written.set(field, []);
  }
  return written;
}

/**
 * A name in `base` counts only against a writer of lower lamport. An honest author has always seen a lower one, so
 * this changes nothing for them, and two forged ops that name each other cannot make both values vanish.
 */
function headsOf(field: string, writers: ReadonlyMap<string, Op>, purged: readonly Op[]): readonly Op[] {
  const superseded = new Set<string>();
  const note = (op: Op): void => {
    for (const id of op.base[field] ?? []) {
      const named = writers.get(id);
      if (named && named.lamport < op.lamport) superseded.add(id);
    }
  };
  for (const op of writers.values()) note(op);
  for (const op of purged) note(op);
  return [...writers.values()].filter((op) => !superseded.has(op.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function byLamportThenId(a: Op, b: Op): number {
  return a.lamport - b.lamport || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Nothing where all that was said of it has been purged. */
export function entityOf(state: ScopeState, entity: string, entityId: string): EntityState | undefined {
  const found = state.entities.get(entityKey(entity, entityId));
  return found && !isErased(found) ? found : undefined;
}

/** Whether every op of it has been purged: nothing of it is shown any more. */
export const isErased = (entity: EntityState): boolean => entity.ops.every(isPurged);

/** All entities of a kind, hidden ones left out, in order of their key: the same everywhere. */
export function entitiesOf(state: ScopeState, entity: string): readonly EntityState[] {
  const found: EntityState[] = [];
  for (const candidate of state.entities.values()) {
    if (candidate.entity === entity && !isErased(candidate) && !isDeleted(candidate)) found.push(candidate);
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
