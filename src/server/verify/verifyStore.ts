import { canonicalJson } from '#core/json.ts';
import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { firstBrokenEntry } from '#server/audit/auditChain.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import type { StoredOp, StoredScope } from '#server/store/opTables.ts';
import type { Store } from '#server/store/store.ts';
import { readOpBody } from '#server/sync/opBody.ts';
import { verifyFiles, type FileDamage } from './verifyFiles.ts';

export type Damage =
  /** What the op says is not what was hashed, or it cannot be read at all. */
  | { readonly type: 'op'; readonly scope: string; readonly seq: number; readonly id: string }
  /** What the database says beside the op (author, entity, counter) is not what the op says. */
  | { readonly type: 'op-columns'; readonly scope: string; readonly seq: number; readonly id: string }
  | { readonly type: 'chain'; readonly scope: string; readonly seq: number }
  | { readonly type: 'hole'; readonly scope: string; readonly seq: number }
  /** The scope's own last seq or chain is not that of its last op. */
  | { readonly type: 'head'; readonly scope: string }
  | { readonly type: 'batch'; readonly scope: string; readonly seq: number }
  | { readonly type: 'held' | 'quarantine'; readonly id: string }
  | { readonly type: 'audit'; readonly seq: number }
  | FileDamage;

export type Verified = { readonly scopes: number; readonly ops: number; readonly files: number; readonly damaged: number };

const OPS_AT_A_TIME = 500;

/**
 * Reads everything again and compares it with its hashes: every scope's chain, every op, what is held and quarantined, the audit log,
 * every verified file. A purged op keeps its hash and is checked by it. Beside a running server, too: each scope up to the head that it had.
 */
export async function verifyStore({ store, bytes }: { readonly store: Store; readonly bytes: FileBytes }, report: (damage: Damage) => void): Promise<Verified> {
  let damaged = 0;
  const say = (damage: Damage): void => {
    damaged += 1;
    report(damage);
  };
  const { scopes, held, quarantined, brokenEntry } = await store.transaction(async (tx) => ({
    scopes: await tx.ops.scopes(), held: await tx.ops.heldOps(), quarantined: await tx.ops.quarantined(), brokenEntry: await firstBrokenEntry(tx),
  }));
  let ops = 0;
  for (const scope of scopes) ops += await verifyScope(store, scope, say);
  for (const { id, h, body } of held) if (hashOfBody(body) !== h) say({ type: 'held', id });
  for (const { id, body } of quarantined) if (!isJson(body)) say({ type: 'quarantine', id });
  if (brokenEntry !== undefined) say({ type: 'audit', seq: brokenEntry });
  const files = await verifyFiles(store, bytes, say);
  return { scopes: scopes.length, ops, files, damaged };
}

async function verifyScope(store: Store, head: StoredScope, say: (damage: Damage) => void): Promise<number> {
  const scope = head.id;
  let last = { seq: 0, chain: FIRST_CHAIN };
  while (last.seq < head.seq) {
    const { ops, batches } = await store.transaction(async (tx) => {
      const page = await tx.ops.opsAfter(scope, last.seq, OPS_AT_A_TIME);
      const ids = [...new Set(page.map(({ batch }) => batch))];
      return { ops: page, batches: new Set((await tx.ops.batchesByIds(ids)).map(({ id }) => id)) };
    });
    if (ops.length === 0) break;
    for (const op of ops.filter(({ seq }) => seq <= head.seq)) {
      const { seq, id } = op;
      if (seq !== last.seq + 1) say({ type: 'hole', scope, seq: last.seq + 1 });
      if (hashOfBody(op.body) !== op.h) say({ type: 'op', scope, seq, id });
      else if (!columnsFit(op)) say({ type: 'op-columns', scope, seq, id });
      if (chainAfter(last.chain, op.h) !== op.chain) say({ type: 'chain', scope, seq });
      if (!batches.has(op.batch)) say({ type: 'batch', scope, seq });
      // The stored link, so that one broken link is said once.
      last = { seq, chain: op.chain };
    }
    if (ops.length < OPS_AT_A_TIME) break;
  }
  if (last.seq !== head.seq || last.chain !== head.chain) say({ type: 'head', scope });
  return last.seq;
}

/** `undefined` where the text is no op. */
function hashOfBody(body: string): string | undefined {
  try {
    return unpackOp(readOpBody(body)).h;
  } catch {
    return undefined;
  }
}

function columnsFit({ scope, id, entity, entityId, actor, device, n, body }: StoredOp): boolean {
  const op = readOpBody(body);
  const said = [op.scope, op.id, op.entity, op.entityId, op.actor, op.device, op.n];
  return canonicalJson(said) === canonicalJson([scope, id, entity, entityId, actor, device, n]);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
