import { deletionOf, viewField, type Deletion, type EntityState } from './scopeState.ts';

/** A text as a list shows it. In a conflict: the first head by id, and the mark that there is another. */
export type ShownText = { readonly text: string; readonly conflict: boolean };

/** The value that stands for a field where one must be shown: the one value, or in a conflict the first head by id. */
function shown(entity: EntityState | undefined, field: string): { value: unknown; conflict: boolean } | undefined {
  // Thousands of fields are read when a list opens, nearly all with one head: these need no view of their own.
  const heads = entity?.fields.get(field)?.heads ?? [];
  if (heads.length <= 1) return heads[0] && { value: heads[0].set[field], conflict: false };
  const view = viewField(entity, field);
  switch (view.kind) {
    case 'none': return undefined;
    case 'value': return { value: view.value, conflict: false };
    case 'conflict': return { value: view.heads[0]?.value, conflict: true };
  }
}

export function readText(entity: EntityState | undefined, field: string): ShownText {
  const found = shown(entity, field);
  return { text: typeof found?.value === 'string' ? found.value : '', conflict: found?.conflict ?? false };
}

export function readString(entity: EntityState | undefined, field: string): string | undefined {
  const text = readText(entity, field).text;
  return text === '' ? undefined : text;
}

export function readNumber(entity: EntityState | undefined, field: string): number | undefined {
  const found = shown(entity, field);
  return typeof found?.value === 'number' ? found.value : undefined;
}

/** A flag that two people set differently counts as set: what somebody tied stays tied until somebody unties it having seen that. */
export function readFlag(entity: EntityState | undefined, field: string): boolean {
  const view = viewField(entity, field);
  switch (view.kind) {
    case 'none': return false;
    case 'value': return view.value === true;
    case 'conflict': return view.heads.some((head) => head.value === true);
  }
}

/** One of the known values, else `undefined`: also for a word of a newer build. */
export function readOneOf<T extends string>(entity: EntityState | undefined, field: string, values: readonly T[]): T | undefined {
  const text = readText(entity, field).text;
  return values.find((value) => value === text);
}

/** Members of a set written as one boolean field each: `readMembers(e, 'standard.')` → ids. In order of the field's name. */
export function readMembers(entity: EntityState | undefined, prefix: string): readonly string[] {
  if (!entity) return [];
  const members: string[] = [];
  for (const field of entity.fields.keys()) {
    if (field.startsWith(prefix) && readFlag(entity, field)) members.push(field.slice(prefix.length));
  }
  return members.sort();
}

/** Fields on which there are two different values, for a screen that asks a person to settle them. */
export function conflictingFields(entity: EntityState): readonly string[] {
  return [...entity.fields.keys()].filter((field) => viewField(entity, field).kind === 'conflict').sort();
}

/** Who and when, of any record. Times are ISO 8601 UTC. */
export type RecordFacts = {
  readonly createdBy: string;
  readonly recordedAt: string;
  readonly changedBy: string;
  readonly changedAt: string;
  /** All who wrote on it, in order of first writing. */
  readonly authors: readonly string[];
  readonly deletion: Deletion;
  /** Every op of it, oldest first. */
  readonly opIds: readonly string[];
};

export function factsOf(entity: EntityState): RecordFacts {
  const first = entity.ops[0];
  const last = entity.ops.at(-1);
  if (!first || !last) throw new Error('an entity without ops');
  return {
    createdBy: first.actor,
    recordedAt: first.at,
    changedBy: last.actor,
    changedAt: last.at,
    authors: [...new Set(entity.ops.map((op) => op.actor))],
    deletion: deletionOf(entity),
    opIds: entity.ops.map((op) => op.id),
  };
}

const APART_MS = 15 * 60 * 1000;

/** Both times are shown when the act and its recording lie over 15 minutes apart. */
export function timesDiffer(observedAt: string, recordedAt: string): boolean {
  return Math.abs(Date.parse(observedAt) - Date.parse(recordedAt)) > APART_MS;
}
