import type { Op } from '#core/op/op.ts';
import { packForPush } from '#core/protocol/packOp.ts';
import { MAX_COMMANDS_PER_PUSH, type Erase, type SyncRequest } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { OutboxEntry } from '#client/storage/log/logStore.ts';
import type { BrokenPage } from '#client/storage/log/readAnswer.ts';
import type { OtherWindow, Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

export type SyncPort = {
  readonly replica: Replica;
  readonly device: string;
  readonly actor: string;
  readonly sign: (hashes: readonly string[]) => Promise<string>;
  readonly noteServerTime: (serverTimeMs: number) => void;
};

export type SyncFailure = ApiFailure | StorageError | BrokenPage | OtherWindow | { readonly type: 'stuck' }
  /** This device or its person was withdrawn. `after-sending`: all that was written has been sent. */
  | { readonly type: 'erase'; readonly erase: Erase }
  /** The server was restored from a back-up: it may not know this device yet, and everything comes again. */
  | { readonly type: 'restored' };

const OPS_PER_PUSH = 500;
/** Characters of JSON in a push, far under the server's limit in bytes. */
const CHARS_PER_PUSH = 1_000_000;

/**
 * Pushes and pulls until both sides have all: a push is answered with the pull, so one round is usually one request.
 * Safe to break off at any point and to run again. A push that the server refuses whole is halved, down to the one seal that
 * it does not take; that one goes to the tray and blocks nothing.
 */
export async function syncOnce(port: SyncPort, api: Pick<Api, 'sync'>): Promise<Result<void, SyncFailure>> {
  const { replica } = port;
  let atMost = OPS_PER_PUSH;
  let withHashes = false;
  for (;;) {
    const before = progressOf(replica);
    const epoch = replica.epoch();
    const entries = nextBatch(replica.outbox(), atMost);
    const answer = await api.sync(await makeRequest(port, entries, withHashes));
    if (!answer.ok && wantsHashes(answer.error) && !withHashes) {
      withHashes = true;
      continue;
    }
    withHashes = false;
    if (!answer.ok) {
      if (entries.length === 0 || !isAboutTheRequest(answer.error)) return answer;
      const set = await halve(replica, entries);
      if (!set.ok) return set;
      atMost = set.value;
      continue;
    }
    port.noteServerTime(answer.value.serverTimeMs);
    const { erase } = answer.value;
    if (erase === 'at-once') return err({ type: 'erase', erase });
    const received = await replica.receive(answer.value);
    if (!received.ok) return received;
    if (epoch !== '' && replica.epoch() !== epoch) return err({ type: 'restored' });
    if (replica.outbox().length === 0 && erase) return err({ type: 'erase', erase });
    if (replica.outbox().length === 0 && !answer.value.more) return ok(undefined);
    // Whatever the server says, a round that moves nothing must not be repeated at once.
    if (progressOf(replica) === before) return err({ type: 'stuck' });
  }
}

/** Refused as a whole: one op of it breaks the schema, or it is too large. */
const isAboutTheRequest = (failure: ApiFailure): boolean => failure.type === 'refused' && (failure.status === 400 || failure.status === 413);

/** What arrived is not what was signed: with the list of hashes, the server finds which op it is, and takes the others. */
const wantsHashes = (failure: ApiFailure): boolean => failure.type === 'refused' && failure.code === 'hashes-wanted';

/** How many ops the next push may hold. A single seal that is refused is set aside. */
async function halve(replica: Replica, entries: readonly OutboxEntry[]): Promise<Result<number, SyncFailure>> {
  const first = entries[0];
  if (!first) throw new Error('nothing to halve');
  if (entries.some((entry) => entry.seal !== first.seal)) return ok(Math.ceil(entries.length / 2));
  const aside = await replica.setAside(first.seal);
  return aside.ok ? ok(OPS_PER_PUSH) : aside;
}

function progressOf(replica: Replica): string {
  return JSON.stringify([replica.outbox().map((entry) => entry.op.n), [...replica.cursors()], [...replica.purges()], replica.epoch()]);
}

/** The oldest entries, whole seals only: what was written together arrives together. Within the limits of one push. */
export function nextBatch(outbox: readonly OutboxEntry[], atMost: number = OPS_PER_PUSH): readonly OutboxEntry[] {
  let count = 0;
  let chars = 0;
  let commands = 0;
  for (let end = 0; end < outbox.length; ) {
    const seal = outbox[end]?.seal;
    let next = end;
    while (next < outbox.length && outbox[next]?.seal === seal) {
      chars += JSON.stringify(outbox[next]?.op ?? {}).length;
      commands += outbox[next]?.command ? 1 : 0;
      next += 1;
    }
    if (count > 0 && (next > atMost || chars > CHARS_PER_PUSH || commands > MAX_COMMANDS_PER_PUSH)) break;
    count = next;
    end = next;
  }
  return outbox.slice(0, count);
}

/** Without the hashes, which the server recomputes, a push is a fifth smaller. */
async function makeRequest(port: SyncPort, entries: readonly OutboxEntry[], withHashes: boolean): Promise<SyncRequest> {
  const ops: readonly Op[] = entries.map((entry) => entry.op);
  const hashes = ops.map((op) => op.h);
  const { replica } = port;
  return {
    ...(ops.length === 0 ? {} : { batch: { device: port.device, actor: port.actor, ...(withHashes ? { hashes } : {}), signature: await port.sign(hashes) } }),
    ops: ops.map(packForPush),
    commands: entries.flatMap((entry) => (entry.command ? [entry.command] : [])),
    cursors: Object.fromEntries(replica.cursors()),
    epoch: replica.epoch(),
    purges: Object.fromEntries(replica.purges()),
  };
}
