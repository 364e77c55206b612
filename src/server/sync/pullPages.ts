import type { ScopeId } from '#core/op/scope.ts';
import { MAX_OPS_PER_ANSWER, pageText, type BatchProof, type Page } from '#core/protocol/wire.ts';
import type { StoredOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RolesByScope } from './rolesOf.ts';
import { readOpBody } from './opBody.ts';
import { macOf } from './scopeHome.ts';

/** Characters of bodies in one answer, about. One op is always sent, however long. */
const MAX_ANSWER_CHARS = 3_000_000;
/** Rows read at a time, so that a scope of long texts is not read whole to be cut. */
const ROWS_AT_A_TIME = 500;
/** What an op costs in a page's list. */
const LIST_CHARS = 120;

export type Pull = {
  readonly roles: RolesByScope;
  readonly cursors: Readonly<Record<string, number>>;
  /** Ids whose bodies the asking tablet has just sent itself. */
  readonly known: ReadonlySet<string>;
  /** What this request added to the logs: need not be read again. */
  readonly appended: readonly StoredOp[];
  readonly epoch: string;
  readonly macKey: Uint8Array;
};

type Budget = { ops: number; chars: number };

/** Everything after the cursors in the granted scopes, cut at the limits of one answer. A scope without news has no page. */
export async function pullPages(tx: StoreTransaction, pull: Pull): Promise<{ pages: Page[]; more: boolean }> {
  const budget: Budget = { ops: MAX_OPS_PER_ANSWER, chars: MAX_ANSWER_CHARS };
  const pages: Page[] = [];
  for (const scope of pull.roles.keys()) {
    const fromSeq = Object.hasOwn(pull.cursors, scope) ? (pull.cursors[scope] ?? 0) : 0;
    const { ops, cut } = await readOps(tx, scope, fromSeq, pull, budget);
    if (ops.length > 0) pages.push(await pageOf(tx, pull, scope, fromSeq, ops));
    if (cut) return { pages, more: true };
  }
  return { pages, more: false };
}

async function readOps(
  tx: StoreTransaction, scope: ScopeId, fromSeq: number, { known, appended }: Pull, budget: Budget,
): Promise<{ ops: readonly StoredOp[]; cut: boolean }> {
  const ops: StoredOp[] = [];
  const fresh = appended.filter((op) => op.scope === scope);
  for (;;) {
    const after = fromSeq + ops.length;
    const isFresh = fresh[0]?.seq === after + 1;
    const rows = isFresh ? fresh : await tx.ops.opsAfter(scope, after, ROWS_AT_A_TIME);
    for (const row of rows) {
      const cost = LIST_CHARS + (known.has(row.id) ? 0 : row.body.length);
      const isFirst = budget.ops === MAX_OPS_PER_ANSWER;
      if (!isFirst && (budget.ops === 0 || budget.chars < cost)) return { ops, cut: true };
      budget.ops -= 1;
      budget.chars -= cost;
      ops.push(row);
    }
    if (isFresh || rows.length < ROWS_AT_A_TIME) return { ops, cut: false };
  }
}

async function pageOf(tx: StoreTransaction, pull: Pull, scope: ScopeId, fromSeq: number, ops: readonly StoredOp[]): Promise<Page> {
  const of = {
    scope,
    fromSeq,
    toSeq: ops.at(-1)?.seq ?? fromSeq,
    list: ops.map(({ seq, id, h }): [number, string, string] => [seq, id, h]),
  };
  return {
    ...of,
    ops: ops.filter(({ id }) => !pull.known.has(id)).map(({ body }) => readOpBody(body)),
    proofs: await readableProofs(tx, pull.roles, ops),
    mac: macOf(pull.macKey, pageText(pull.epoch, of)),
  };
}

/**
 * A batch lists the hashes of all its ops. Where it also carries ops of a scope that the reader may not read, even
 * their number would tell how many interviews there were: such a proof stays here, and the mac alone vouches.
 */
async function readableProofs(tx: StoreTransaction, roles: RolesByScope, ops: readonly StoredOp[]): Promise<BatchProof[]> {
  const batches = await tx.ops.batchesByIds([...new Set(ops.map(({ batch }) => batch))]);
  const readable: ReadonlySet<string> = new Set(roles.keys());
  return batches.filter(({ scopes }) => scopes.every((scope) => readable.has(scope))).map(({ proof }) => proof);
}
