import { canonicalJson, type Json } from '#core/json.ts';
import { filesNamedIn } from '#core/op/filesNamedIn.ts';
import { purgedOp } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { opBody, readOpBody } from '#server/sync/opBody.ts';
import type { ListedPurge } from './purgedList.ts';

const ROWS_AT_A_TIME = 500;

/**
 * Erases the words of ops wherever the server keeps them: log, held, quarantine, and the files that only they named. Every op stays in
 * its place with its hash. Those that are purged already are left alone; an id that is not here is noted, so that whoever brings it is
 * answered `purged`. Bytes of files go before the transaction ends: the list of purged ids has decided by then, and a server that
 * stops in between finishes at its next start.
 */
export async function eraseOps(tx: StoreTransaction, fileBytes: FileBytes, purges: readonly ListedPurge[]): Promise<void> {
  const known = await tx.purges.purgedIds(purges.map(({ id }) => id));
  const fresh = [...new Map(purges.filter(({ id }) => !known.has(id)).map((purge) => [purge.id, purge])).values()];
  if (fresh.length === 0) return;
  const scopes = [...new Set(fresh.map(({ scope }) => scope))].sort();
  await tx.ops.lockScopes(scopes);
  for (const scope of scopes) {
    const last = await tx.purges.lastOf(scope);
    await tx.purges.add(fresh.filter((purge) => purge.scope === scope).map((purge, at) => ({ ...purge, n: last + 1 + at })));
  }

  const ids = fresh.map(({ id }) => id);
  const before = (await tx.ops.bodiesOf(ids)).map(({ body, ...row }) => ({ ...row, packed: readOpBody(body) }));
  await tx.ops.replaceBodies(before.map(({ id, packed }) => ({ id, body: opBody(purgedOp(unpackOp(packed))) })));
  await eraseQuarantined(tx, new Set(ids));
  for (const scope of scopes) {
    const named = new Set(before.filter((row) => row.scope === scope).flatMap(({ packed }) => filesNamedIn(packed.set)));
    await dropUnnamed(tx, fileBytes, scope, named);
  }
}

async function eraseQuarantined(tx: StoreTransaction, ids: ReadonlySet<string>): Promise<void> {
  for (const row of await tx.ops.quarantined()) {
    if (!ids.has(row.id)) continue;
    const body: Json = JSON.parse(row.body);
    await tx.ops.replaceQuarantined({ ...row, body: canonicalJson(withoutWords(body)) });
  }
}

/** The op alone, or the op beside its proof: both shapes lie in the quarantine. */
function withoutWords(body: Json): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  if ('set' in body) return { ...body, set: {}, salt: '' };
  return 'op' in body ? { ...body, op: withoutWords(body['op'] ?? null) } : body;
}

/** What another op of the scope still names stays, and so does what was shared from here with an agency. */
async function dropUnnamed(tx: StoreTransaction, fileBytes: FileBytes, scope: ScopeId, files: ReadonlySet<string>): Promise<void> {
  if (files.size === 0) return;
  const stillNamed = new Set<string>();
  for (let seq = 0; ;) {
    const rows = await tx.ops.opsAfter(scope, seq, ROWS_AT_A_TIME);
    for (const row of rows) for (const sha256 of filesNamedIn(readOpBody(row.body).set)) stillNamed.add(sha256);
    seq += rows.length;
    if (rows.length < ROWS_AT_A_TIME) break;
  }
  for (const sha256 of files) {
    if (stillNamed.has(sha256) || (await tx.files.linksTo(scope, sha256)).length > 0) continue;
    const pieces = [...(await tx.files.chunks(scope, sha256)).values()].map(({ piece }) => piece);
    await tx.files.dropFile(scope, sha256);
    await fileBytes.drop({ scope, sha256 }, pieces);
  }
}
