import type { Op } from '#core/op/op.ts';
import type { EntityState, FieldState, Head } from '#core/op/scopeState.ts';
import { viewField } from '#core/op/scopeState.ts';
import { mergeText } from './mergeText.ts';

/** One of the texts that stand against each other. */
export type TextSide = {
  readonly opId: string;
  readonly text: string;
  readonly author: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly language: 'es' | 'en' | undefined;
};

/** A part of a merged text; no author: everybody's. */
export type AuthoredSegment = { readonly text: string; readonly author?: string };

export type MergedView =
  /** A proposal until a person confirms it. */
  | { readonly kind: 'merged'; readonly segments: readonly AuthoredSegment[]; readonly text: string; readonly sides: readonly TextSide[]; readonly heads: readonly string[] }
  /** Never put together by machine: a person chooses or rewords. */
  | { readonly kind: 'side-by-side'; readonly sides: readonly TextSide[]; readonly heads: readonly string[] };

/** Notes of the team. What people said (interviews) and what the agency will read (findings) are never merged by machine. */
const MERGEABLE: ReadonlySet<string> = new Set(['observation.text', 'photo.caption']);

/**
 * How a text that people changed apart is shown; `undefined` where there is no conflict. `heads`: what the settling op
 * names in `base`. More than two different texts, or two languages, are shown side by side.
 */
export function mergedView(entity: EntityState | undefined, field: string): MergedView | undefined {
  const view = viewField(entity, field);
  const state = entity?.fields.get(field);
  if (!entity || !state || view.kind !== 'conflict') return undefined;
  const heads = view.heads.map((head) => head.op.id);
  const sides = distinctSides(view.heads, field);
  const [a, b] = sides;
  const oneLanguage = new Set(sides.map((side) => side.language ?? '')).size === 1;
  if (!a || !b || sides.length > 2 || !oneLanguage || !MERGEABLE.has(`${entity.entity}.${field}`)) return { kind: 'side-by-side', sides, heads };
  const merged = mergeText(commonAncestorText(state, field), a.text, b.text);
  const author = { a: a.author, b: b.author };
  const segments = merged.segments.map(({ text, by }) => (by === 'both' ? { text } : { text, author: author[by] }));
  return { kind: 'merged', segments, text: merged.text, sides, heads };
}

/** Two people who wrote the same words count as one side, the first by id. */
function distinctSides(heads: readonly Head[], field: string): readonly TextSide[] {
  const sides = new Map<string, TextSide>();
  for (const { value, op } of heads) {
    const text = typeof value === 'string' ? value : '';
    const language = op.set[`${field}Lang`];
    if (!sides.has(text)) {
      sides.set(text, { opId: op.id, text, author: op.actor, at: op.at, language: language === 'es' || language === 'en' ? language : undefined });
    }
  }
  return [...sides.values()];
}

/** The youngest text that all heads grew out of; '' where they have none in common. */
function commonAncestorText(state: FieldState, field: string): string {
  const lines = state.heads.map((head) => ancestorsOf(state, field, head));
  const common = [...(lines[0] ?? [])].filter((op) => lines.every((line) => line.has(op)));
  const youngest = common.reduce<Op | undefined>((best, op) => (best === undefined || isYounger(op, best) ? op : best), undefined);
  const text = youngest?.set[field];
  return typeof text === 'string' ? text : '';
}

const isYounger = (a: Op, b: Op): boolean => a.lamport > b.lamport || (a.lamport === b.lamport && a.id > b.id);

function ancestorsOf(state: FieldState, field: string, head: Op): ReadonlySet<Op> {
  const found = new Set<Op>();
  const open = [head];
  for (let op = open.pop(); op !== undefined; op = open.pop()) {
    for (const id of op.base[field] ?? []) {
      const parent = state.writers.get(id);
      if (!parent || parent.lamport >= op.lamport || found.has(parent)) continue;
      found.add(parent);
      open.push(parent);
    }
  }
  return found;
}
