import type { BundlePage, BundleRefused } from '#core/bundle/bundleContent.ts';
import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { BatchProof } from '#core/protocol/wire.ts';
import type { Brought, Known } from '#client/storage/log/replica.ts';
import type { ImportProof, ImportRow } from './importRow.ts';
import type { Prover } from './provedHashes.ts';

/** The records of a file, each op checked against the list that covers it. */
export type Incoming = {
  readonly batches: readonly { readonly proof: BatchProof; readonly ops: readonly Op[] }[];
  readonly pages: readonly { readonly page: Omit<BundlePage, 'ops'>; readonly ops: readonly Op[] }[];
  readonly refused: readonly (Omit<BundleRefused, 'op'> & { readonly op: Op })[];
};

export type ImportFacts = {
  /** Those that this person may read: nothing else is taken. */
  readonly scopes: ReadonlySet<ScopeId>;
  readonly isProved: Prover;
  readonly broughtBy: string;
  readonly nowMs: number;
  readonly newId: () => string;
};

export type ImportPlan = Brought & {
  /** Ops whose id is known here as something else: left out, whatever they say. */
  readonly clashing: number;
};

/** What of a file is not here yet. Signed lists come before pages: they prove the author. The same file again plans nothing. */
export function planImport(incoming: Incoming, here: Known, facts: ImportFacts): ImportPlan {
  const taken = new Set<string>();
  let clashing = 0;
  const fresh = (ops: readonly Op[]): readonly Op[] => ops.filter((op) => {
    if (!facts.scopes.has(op.scope) || taken.has(op.id)) return false;
    const known = here.find(op);
    if (known && known.h !== op.h) clashing += 1;
    if (known) return false;
    taken.add(op.id);
    return true;
  });
  const rowOf = (proof: ImportProof, ops: readonly Op[]): readonly ImportRow[] => {
    const added = fresh(ops);
    if (added.length === 0) return [];
    return [{
      id: facts.newId(), proof, ops: added, unproved: added.filter((op) => !facts.isProved(op)).map((op) => op.id),
      broughtBy: facts.broughtBy, importedAtMs: facts.nowMs,
    }];
  };
  const rows = [
    ...incoming.batches.flatMap(({ proof, ops }) => rowOf({ kind: 'batch', proof }, ops)),
    ...incoming.pages.flatMap(({ page, ops }) => rowOf({ kind: 'page', page }, ops)),
  ];
  const refused = incoming.refused.filter(({ op }) => fresh([op]).length > 0).map(({ op, reason, field, refusedAtMs }) => ({ op, reason, field, refusedAtMs }));
  return { rows, refused, clashing };
}
