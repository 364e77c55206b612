import type { Op } from '#core/op/op.ts';
import { packForPush } from '#core/protocol/packOp.ts';
import type { SyncRequest } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { OutboxEntry } from '#client/storage/log/logStore.ts';
import type { BrokenPage } from '#client/storage/log/readAnswer.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

export type SyncPort = {
  readonly replica: Replica;
  readonly device: string;
  readonly actor: string;
  readonly sign: (hashes: readonly string[]) => Promise<string>;
  readonly noteServerTime: (serverTimeMs: number) => void;
};

export type SyncFailure = ApiFailure | StorageError | BrokenPage | { readonly type: 'stuck' };

const OPS_PER_PUSH = 500;
/** Characters of JSON in a push, far under the server's limit in bytes. */
const CHARS_PER_PUSH = 1_000_000;

/**
 * Pushes and pulls until both sides have all: a push is answered with the pull, so one round is usually one request.
 * Safe to break off at any point and to run again.
 */
export async function syncOnce(port: SyncPort, api: Pick<Api, 'sync'>): Promise<Result<void, SyncFailure>> {
  for (;;) {
    const { replica } = port;
    const before = progressOf(replica);
    const entries = nextBatch(replica.outbox());
    const answer = await api.sync(await makeRequest(port, entries));
    if (!answer.ok) return answer;
    port.noteServerTime(answer.value.serverTimeMs);
    const received = await replica.receive(answer.value);
    if (!received.ok) return received;
    if (replica.outbox().length === 0 && !answer.value.more) return ok(undefined);
    // Whatever the server says, a round that moves nothing must not be repeated at once.
    if (progressOf(replica) === before) return { ok: false, error: { type: 'stuck' } };
  }
}

function progressOf(replica: Replica): string {
  return JSON.stringify([replica.outbox().map((entry) => entry.op.n), [...replica.cursors()], replica.epoch()]);
}

/** The oldest entries, whole seals only: what was written together arrives together. */
export function nextBatch(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  let count = 0;
  let chars = 0;
  for (let end = 0; end < outbox.length; ) {
    const seal = outbox[end]?.seal;
    let next = end;
    while (next < outbox.length && outbox[next]?.seal === seal) {
      chars += JSON.stringify(outbox[next]?.op.set ?? {}).length + 400;
      next += 1;
    }
    if (count > 0 && (next > OPS_PER_PUSH || chars > CHARS_PER_PUSH)) break;
    count = next;
    end = next;
  }
  return outbox.slice(0, count);
}

async function makeRequest(port: SyncPort, entries: readonly OutboxEntry[]): Promise<SyncRequest> {
  const ops: readonly Op[] = entries.map((entry) => entry.op);
  const hashes = ops.map((op) => op.h);
  const { replica } = port;
  return {
    ...(ops.length === 0 ? {} : { batch: { device: port.device, actor: port.actor, hashes, signature: await port.sign(hashes) } }),
    ops: ops.map(packForPush),
    commands: entries.flatMap((entry) => (entry.command ? [entry.command] : [])),
    cursors: Object.fromEntries(replica.cursors()),
    epoch: replica.epoch(),
  };
}
