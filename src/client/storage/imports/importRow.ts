import type { BundlePage } from '#core/bundle/bundleContent.ts';
import type { Op } from '#core/op/op.ts';
import type { BatchProof } from '#core/protocol/wire.ts';

/** What proves who wrote the ops: their author's signature over a list, or the server's own word over a page. Kept whole, to be sent on. */
export type ImportProof =
  | { readonly kind: 'batch'; readonly proof: BatchProof }
  | { readonly kind: 'page'; readonly page: Omit<BundlePage, 'ops'> };

/** Work that came by file and does not stand in a stored page yet. */
export type ImportRow = {
  readonly id: string;
  readonly proof: ImportProof;
  /** Only those that were not here: all or some of what the proof covers. */
  readonly ops: readonly Op[];
  /** Ids of those whose author this tablet could not prove. */
  readonly unproved: readonly string[];
  /** Who made the file; the author stays the author. */
  readonly broughtBy: string;
  readonly importedAtMs: number;
};

/** What is left of the rows once these ops are settled: in a stored page, refused, held, purged. */
export function settleImports(rows: readonly ImportRow[], settled: ReadonlySet<string>): { readonly put: readonly ImportRow[]; readonly leave: readonly string[] } {
  const put: ImportRow[] = [];
  const leave: string[] = [];
  for (const row of rows) {
    const ops = row.ops.filter((op) => !settled.has(op.id));
    if (ops.length === row.ops.length) continue;
    if (ops.length === 0) leave.push(row.id);
    else put.push({ ...row, ops, unproved: row.unproved.filter((id) => !settled.has(id)) });
  }
  return { put, leave };
}

/** The rows after a change of some of them. */
export function changedImports(rows: readonly ImportRow[], { put, leave }: { readonly put: readonly ImportRow[]; readonly leave: readonly string[] }): readonly ImportRow[] {
  if (put.length + leave.length === 0) return rows;
  const fresh = new Map(put.map((row) => [row.id, row]));
  const gone = new Set(leave);
  return rows.filter((row) => !gone.has(row.id)).map((row) => fresh.get(row.id) ?? row);
}

/** Ids of the ops whose author is not proved. */
export const unprovedOf = (imports: readonly ImportRow[]): ReadonlySet<string> => new Set(imports.flatMap((row) => row.unproved));

/** The row in which each op came. */
export const rowsByOp = (imports: readonly ImportRow[]): ReadonlyMap<string, ImportRow> => new Map(imports.flatMap((row) => row.ops.map((op) => [op.id, row] as const)));
