import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import type { Carried } from '#core/protocol/wire.ts';
import type { ImportRow } from '#client/storage/imports/importRow.ts';
import type { LogStore } from './logStore.ts';
import { weightOfOp, type SegmentFacts, type SegmentPage } from './segment.ts';

/** Something to carry to the server, small enough for one request, and the name under which it is remembered that it was offered. */
export type Piece = { readonly name: string; readonly weight: number; readonly carried: Carried };

const OPS_IN_A_PIECE = 1_000;
const CHARS_IN_A_PIECE = 1_000_000;

/** What came by file and the server does not have yet. */
export function piecesOfImports(imports: readonly ImportRow[]): readonly Piece[] {
  return imports.flatMap(({ id, proof, ops }) =>
    inParts(ops).map((part, at): Piece => ({
      name: `${id}/${at}`, ...withOps(part, proof.kind === 'batch' ? { kind: 'batch', proof: proof.proof, ops: [] } : pageOf(proof.page.scope, proof.page, at === 0)),
    })),
  );
}

/** What rows of an earlier epoch hold and pages of this one do not: a server that was restored from a back-up has forgotten it. */
export async function piecesOfFormerRows(
  store: Pick<LogStore, 'readSegments'>, segments: readonly SegmentFacts[], epoch: string, isSentAlready: (op: Op) => boolean,
): Promise<readonly Piece[]> {
  const former = segments.filter((row) => row.epoch !== epoch);
  const pieces: Piece[] = [];
  for (const scope of new Set(former.map((row) => row.scope))) {
    const here = await idsListed(store, segments.filter((row) => row.scope === scope && row.epoch === epoch));
    for (const { id } of former.filter((row) => row.scope === scope)) {
      for (const { pages, ops } of await store.readSegments([id])) {
        const byId = new Map(ops.map((op) => [op.id, op]));
        for (const page of pages) {
          const missing = page.list.flatMap(([, opId]) => byId.get(opId) ?? []).filter((op) => !here.has(op.id) && !isSentAlready(op));
          pieces.push(...inParts(missing).map((part, at): Piece => ({ name: `${id}/${page.fromSeq}/${at}`, ...withOps(part, pageOf(scope, page, at === 0)) })));
        }
      }
    }
  }
  return pieces;
}

/** The last page of a scope that is here, without its ops: proves to the server what it once gave. */
export async function lastPageOf(store: Pick<LogStore, 'readSegments'>, segments: readonly SegmentFacts[], scope: ScopeId, epoch: string): Promise<Carried | undefined> {
  const [last] = segments.filter((row) => row.scope === scope && row.epoch === epoch).toSorted((a, b) => b.toSeq - a.toSeq);
  const [row] = last ? await store.readSegments([last.id]) : [];
  const page = row?.pages.at(-1);
  return page && pageOf(scope, page, false);
}

/** The first page of a scope that is here and whose last op is not among these: the server gave it, and has it no more. */
export async function pageNotIn(store: Pick<LogStore, 'readSegments'>, rows: readonly SegmentFacts[], ids: ReadonlySet<string>): Promise<Carried | undefined> {
  for (const { id, scope } of rows) {
    for (const row of await store.readSegments([id])) {
      const page = row.pages.find(({ list }) => !ids.has(list.at(-1)?.[1] ?? ''));
      if (page) return pageOf(scope, page, false);
    }
  }
  return undefined;
}

async function idsListed(store: Pick<LogStore, 'readSegments'>, rows: readonly SegmentFacts[]): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { id } of rows) for (const row of await store.readSegments([id])) for (const { list } of row.pages) for (const [, opId] of list) ids.add(opId);
  return ids;
}

function pageOf(scope: ScopeId, { epoch, fromSeq, toSeq, list, mac, proofs }: Omit<SegmentPage, 'confirmedAtMs'>, withProofs: boolean): Carried {
  const page = { epoch, scope, fromSeq, toSeq, list: list.map(([seq, id, h]): [number, string, string] => [seq, id, h]), mac };
  return { kind: 'page', page, ...(withProofs && proofs.length > 0 ? { proofs: [...proofs] } : {}), ops: [] };
}

function withOps(ops: readonly Op[], carried: Carried): Pick<Piece, 'carried' | 'weight'> {
  return { carried: { ...carried, ops: ops.map(packForPull) }, weight: ops.reduce((sum, op) => sum + weightOfOp(op), 0) };
}

function inParts(ops: readonly Op[]): readonly (readonly Op[])[] {
  const parts: Op[][] = [];
  let weight = CHARS_IN_A_PIECE;
  for (const op of ops) {
    weight += weightOfOp(op);
    const last = parts.at(-1);
    if (last && weight <= CHARS_IN_A_PIECE && last.length < OPS_IN_A_PIECE) last.push(op);
    else {
      parts.push([op]);
      weight = weightOfOp(op);
    }
  }
  return parts;
}
