import type { Patch } from './patches.ts';

/** A bug that somebody could make, as a change of the product's text. The simulation must notice each. */
export type Mutant = { readonly name: string; readonly patches: readonly Patch[] };

const one = (name: string, file: string, find: string, put: string): Mutant => ({ name, patches: [{ file, find, put }] });

export const mutants: readonly Mutant[] = [
  one('last write wins', 'src/core/op/scopeState.ts',
    'return [...writers.values()].filter((op) => !superseded.has(op.id)).sort((a, b) => (a.id < b.id ? -1 : 1));',
    'return [...writers.values()].filter((op) => !superseded.has(op.id)).sort(byLamportThenId).slice(-1);'),
  one('a delete hides an unseen edit', 'src/core/op/scopeState.ts', 'return [...others].every((id) => seen.has(id));', 'return seen.size > 0;'),
  one('an edit does not name all that it replaces', 'src/client/storage/log/makeOps.ts',
    'change.base?.[field] ?? headIds(entity, field)', 'change.base?.[field] ?? headIds(entity, field).slice(0, -1)'),
  one('the cursor is stored before the page', 'src/client/storage/log/replica.ts',
    'const stored = await store.receive(receipt);', 'await store.receive({ ...receipt, segments: [], leaveOutbox: [] });\n    const stored = await store.receive(receipt);'),
  one('a page with a hole is accepted', 'src/client/storage/log/readAnswer.ts', "if (!isWhole) return broken('hole');", ''),
  one('the hash of a pulled op is not checked', 'src/client/storage/log/readAnswer.ts', 'if (op.h !== h || op.scope !== page.scope)', 'if (op.scope !== page.scope)'),
  one('what the server refuses is dropped', 'src/client/storage/log/readAnswer.ts', 'refused.push({ op, reason: result.reason, field: result.field, refusedAtMs: nowMs });', 'unreadable.push(op.id);'),
  one('own ops leave the outbox on `ok`, without their page', 'src/client/storage/log/readAnswer.ts', 'if (answer.erase !== undefined || !readable.has(op.scope)) unreadable.push(op.id);', 'unreadable.push(op.id);'),
  one('after a restore nothing of one’s own is sent again', 'src/client/storage/log/readAnswer.ts', 'const again = [...sent.values()].filter(', 'const again = [...sent.values()].slice(sent.size).filter('),
  one('the counter is taken from the outbox after a restart', 'src/client/storage/log/replica.ts',
    'let { counter, outbox, refused, held, epoch } = loaded;', 'let { outbox, refused, held, epoch } = loaded;\n  let counter = { ...loaded.counter, n: loaded.outbox.at(-1)?.op.n ?? 0 };'),
  one('ops of one seal are pushed apart', 'src/client/sync/syncOnce.ts', 'while (next < outbox.length && outbox[next]?.seal === seal) {', 'for (let once = 0; once < 1 && next < outbox.length; once++) {'),
  one('no dedupe on the server', 'src/server/sync/acceptOps.ts', 
    'const known = new Map(await tx.ops.knownOps(ids));', 'const known = new Map(await tx.ops.knownOps([]));'),
  one('the signature is not checked', 'src/server/sync/proveBatch.ts', 'publicKey !== undefined && isSignedBy(publicKey, batchText(hashes), batch.signature)', 'publicKey !== undefined && hashes.length > 0'),
  one('the hash of a pushed op is not checked', 'src/server/sync/proveBatch.ts', "return op.h === claimedH ?", 'return op.h.length === claimedH.length ?'),
  one('the grant filter is missing', 'src/server/sync/rolesOf.ts', 'const grants = [...(await tx.people.grantsOf(userId))]',
    'const grants = [...(await Promise.all((await tx.people.accounts()).map(({ id }) => tx.people.grantsOf(id)))).flat()]'),
  one('the proof of a mixed batch goes to everybody', 'src/server/sync/pullPages.ts', 'scopes.every((scope) => readable.has(scope))', 'scopes.some((scope) => readable.has(scope))'),
  one('a repeated command brings back a replaced team', 'src/server/sync/withoutRepeated.ts', "if (command.type !== 'set-team') {", "if (command.type.length > 0) {"),
  one('an op of a newer build is delivered at once', 'src/core/op/permission.ts', "return ok(held ? 'held' : 'accepted');", "return ok('accepted');"),
  one('no new epoch after a restore', 'src/server/store/setUpStore.ts', "await store.transaction((tx) => tx.meta.set('epoch', newId()));", 'await store.transaction((tx) => tx.meta.set(\'bootNonce\', newId()));'),
  one('cursors of another epoch are believed', 'src/server/sync/handleSync.ts', 'const cursors = request.epoch === epoch ? request.cursors : {};', 'const cursors = request.cursors;'),
  one('a purged op comes back by a re-push', 'src/server/sync/acceptOps.ts', 'if (purged.has(id)) {', 'if (purged.has(id) && known.has(id)) {'),
  one('an older database brings back what was purged', 'src/server/purge/purge.ts', 'await eraseOps(tx, fileBytes, purgedList.read());', 'await eraseOps(tx, fileBytes, []);'),
  one('a tablet keeps the words of what was purged', 'src/client/storage/log/clearAnswer.ts', 'const ids = new Set((answer.purged ?? []).flatMap((purge) => purge.ids));', 'const ids = new Set<string>();'),
  one('the chain is not compared', 'src/client/storage/log/readAnswer.ts', 'return (cursors.get(scope) ?? 0) === count && (count === 0 || chains.get(scope) === chain);', 'return (cursors.get(scope) ?? 0) === count;'),
  one('an import counts as sent', 'src/client/sync/carryForOthers.ts', 'for (let left = await replica.carried(); left.length > 0; ) {', 'for (let left = await replica.carried(); left.length > 99_999; ) {'),
  one('a carried op becomes its carrier’s', 'src/server/sync/keepOps.ts', 'return { scope, id, h, entity, entityId, actor, device, n, batch,', "return { scope, id, h, entity, entityId, actor: how.via === 'push' ? actor : how.receivedFrom, device, n, batch,"),
  one('the author of what is carried is not proved', 'src/server/sync/proveCarried.ts',
    "if (!(await isSignedBatch(tx, proof))) return ops.map((packed) => unproved(packed, 'author-not-proved', ''));", ''),
  one('the server’s own word over a page is not checked', 'src/server/sync/proveCarried.ts', 'if (!isMacOf(macKey, pageText(page.epoch, page), page.mac))', 'if (page.mac.length === 0)'),
];
