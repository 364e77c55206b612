import { toEditionFiles } from '#core/manual/editionFiles.ts';
import type { Edition } from '#core/manual/edition.ts';
import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import type { Result } from '#core/result.ts';
import { databaseName, describeDatabase } from '#client/storage/database/database.ts';
import { unwrapDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import type { OutboxEntry } from '#client/storage/log/logStore.ts';
import type { Segment } from '#client/storage/log/segment.ts';
import { openShelf } from '#client/storage/manuals/manualShelf.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { createAccount } from '#client/storage/people/unlock.ts';
import { benchMe, INSTALLATION, LEADER } from '#test/bench/workload/benchPeople.ts';

export const OPS_PER_SEGMENT = 500;
const OUTBOX = 50;

export type FilledTablet = { readonly account: KnownAccount; readonly name: string; readonly dataKey: CryptoKey };

/** A tablet as after a day of work: account, manual and log written by the product's own code; the leader's last 50 ops wait. */
export async function fillTablet(edition: Edition, ops: readonly Op[]): Promise<FilledTablet> {
  const wrapKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
  const created = await createAccount({ params: { installationId: INSTALLATION, userId: LEADER }, keys: { signInKey: '', wrapKey }, me: benchMe });
  const { account, lock } = fine(created);
  await lock();

  const name = databaseName(INSTALLATION, LEADER);
  const db = describeDatabase(name);
  const wrap = await db.vault.get('wrap');
  const dataKey = wrap?.key === 'wrap' ? await unwrapDataKey(wrap, wrapKey) : undefined;
  if (!dataKey) throw new Error('the account that was just made has no data key');
  const cipher = rowCipher(dataKey);
  const shelf = await openShelf(db, cipher);
  const { head, files } = toEditionFiles(edition);
  fine(await shelf.storeHead(head));
  for (const file of files) fine(await shelf.storeFile(edition.id, edition.revision, file));

  const { outbox, segments } = splitLog(ops);
  const [first] = outbox;
  const last = outbox.at(-1);
  if (!first || !last) throw new Error('nothing waits in the outbox');
  await db.vault.put({ key: 'counter', n: first.op.n - 1, lamport: 0 });
  const log = dexieLogStore(db, cipher);
  fine(await log.append(outbox, { n: last.op.n, lamport: last.op.lamport }, []));
  const roles: ReadonlySet<GrantRole> = new Set(['team_leader'] as const);
  for (const segment of segments) {
    fine(await log.receive({
      epoch: 'bench', segments: [segment], leaveOutbox: [], backToOutbox: [], refused: [], held: [], leaveHeld: [],
      cursors: new Map([[segment.scope, segment.pages[0]?.toSeq ?? 0]]), scopes: new Map(segments.map(({ scope }) => [scope, roles])),
    }));
  }
  db.close();
  return { account, name, dataKey };
}

function splitLog(ops: readonly Op[]): { readonly outbox: readonly OutboxEntry[]; readonly segments: readonly Segment[] } {
  const waiting = new Set(ops.filter((op) => op.actor === LEADER).slice(-OUTBOX));
  const byScope = new Map<ScopeId, Op[]>();
  for (const op of ops) {
    if (waiting.has(op)) continue;
    const list = byScope.get(op.scope);
    if (list) list.push(op);
    else byScope.set(op.scope, [op]);
  }
  return {
    outbox: [...waiting].map((op) => ({ op, seal: op.n })),
    segments: [...byScope].flatMap(([scope, all]) =>
      Array.from({ length: Math.ceil(all.length / OPS_PER_SEGMENT) }, (_, at) => segmentOf(scope, at * OPS_PER_SEGMENT, all.slice(at * OPS_PER_SEGMENT, (at + 1) * OPS_PER_SEGMENT)))),
  };
}

/** One signature a person and page, as when each tablet pushed in large batches. */
function segmentOf(scope: ScopeId, fromSeq: number, ops: readonly Op[]): Segment {
  const devices = new Map(ops.map((op) => [op.device, op.actor]));
  return {
    id: `${scope}@bench:${fromSeq}`, scope, ops,
    pages: [{
      epoch: 'bench', fromSeq, toSeq: fromSeq + ops.length, list: ops.map((op, at) => [fromSeq + at + 1, op.id, op.h] as const), mac: 'a'.repeat(64),
      proofs: [...devices].map(([device, actor]) => ({ device, actor, hashes: ops.filter((op) => op.device === device).map(({ h }) => h), signature: 's'.repeat(86) })),
    }],
  };
}

function fine<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}
