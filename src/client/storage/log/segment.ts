import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { BatchProof } from '#core/protocol/wire.ts';

/** A pulled page without its bodies, as the server and the authors made it: the proof of the ops that it lists. */
export type SegmentPage = {
  readonly epoch: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly list: readonly (readonly [number, string, string])[];
  readonly mac: string;
  /** When the server gave it, by its own clock: the receipt says it. Absent: stored by an older build. */
  readonly confirmedAtMs?: number;
  readonly proofs: readonly BatchProof[];
};

/** One row of the log: a page as it came, or several that follow each other, joined. Every page keeps its own proof. */
export type Segment = {
  readonly id: string;
  readonly scope: ScopeId;
  /** At least one; of one epoch, each beginning where the one before it ends. */
  readonly pages: readonly SegmentPage[];
  /** The bodies of all pages, in their order. */
  readonly ops: readonly Op[];
};

/** What is remembered of a row while it lies on the disk. */
export type SegmentFacts = {
  readonly id: string;
  readonly scope: ScopeId;
  readonly epoch: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  /** Characters, about. */
  readonly weight: number;
};

const OP_CHARS = 650;
const LISTED_CHARS = 120;
const PAGE_CHARS = 250;
const PROOF_CHARS = 300;
const HASH_CHARS = 67;

/** The id of a row whose first page follows `fromSeq`. A joined row takes the place of its first. */
export const segmentId = (scope: ScopeId, epoch: string, fromSeq: number): string => `${scope}@${epoch}:${fromSeq}`;

export function factsOf({ id, scope, pages, ops }: Segment): SegmentFacts {
  const [first] = pages;
  if (!first) throw new Error('a segment without a page');
  const list = pages.reduce((sum, page) => sum + PAGE_CHARS + page.list.length * LISTED_CHARS, 0);
  const proofs = pages.reduce((sum, page) => page.proofs.reduce((all, proof) => all + PROOF_CHARS + proof.hashes.length * HASH_CHARS, sum), 0);
  return {
    id, scope, epoch: first.epoch, fromSeq: first.fromSeq, toSeq: pages.at(-1)?.toSeq ?? first.toSeq,
    weight: list + proofs + ops.reduce((sum, op) => sum + weightOfOp(op), 0),
  };
}

/** Characters of an op, about: cheaper than writing it down. */
export function weightOfOp({ set, base, saw }: Op): number {
  let chars = OP_CHARS;
  for (const key in set) {
    const value = set[key];
    chars += key.length + (typeof value === 'string' ? value.length : 8);
  }
  for (const key in base) chars += key.length + (base[key]?.length ?? 0) * 39;
  return chars + (saw?.length ?? 0) * 39;
}

/** Rows of one epoch that follow each other, as one row: nothing of them is left out. */
export function joinSegments(rows: readonly Segment[]): Segment {
  const [first] = rows;
  if (!first) throw new Error('nothing to join');
  return { id: first.id, scope: first.scope, pages: rows.flatMap(({ pages }) => pages), ops: rows.flatMap(({ ops }) => ops) };
}
