import type { Op } from '#core/op/op.ts';
import { packForPush } from '#core/protocol/packOp.ts';
import { MAX_CARRIED, MAX_COMMANDS_PER_PUSH, MAX_HELD_ASKED, type Carried, type Erase, type SyncAnswer, type SyncRequest } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { OutboxEntry } from '#client/storage/log/logStore.ts';
import type { BrokenPage } from '#client/storage/log/readAnswer.ts';
import type { OtherWindow, Replica } from '#client/storage/log/replica.ts';
import { weightOfOp } from '#client/storage/log/segment.ts';
import type { Api } from './api.ts';
import { carryForOthers } from './carryForOthers.ts';
import { pullAnew } from './pullAnew.ts';
import { pushPace, type PushPace } from './pushPace.ts';
import type { ApiFailure } from './request.ts';

export type SyncPort = {
  readonly replica: Replica;
  readonly device: string;
  readonly actor: string;
  readonly sign: (hashes: readonly string[]) => Promise<string>;
  readonly noteServerTime: (serverTimeMs: number) => void;
  /** Files that the server has not verified: told to the server, so that an administrator sees what is still on a tablet. */
  readonly waitingFiles?: number;
  /** What earlier pushes have taught about the link. Absent: nothing yet. */
  readonly pace?: PushPace;
  readonly nowMs?: () => number;
};

export type SyncFailure = ApiFailure | StorageError | BrokenPage | OtherWindow | { readonly type: 'stuck' }
  /** This device or its person was withdrawn. `after-sending`: all that was written has been sent. */
  | { readonly type: 'erase'; readonly erase: Erase }
  /** The server was restored from a back-up: it may not know this device yet, and everything comes again. */
  | { readonly type: 'restored' };

/** Characters of JSON in a push, under the server's limit in bytes. */
const CHARS_PER_PUSH = 3_000_000;
/** Where ops are long, their number says little about how long a push takes. */
const CHARS_PER_OP = 1_500;

/**
 * Pushes and pulls until both sides have all: a push is answered with the pull, so one round is usually one request.
 * Safe to break off at any point and to run again. A push that the server refuses whole is halved, down to the one seal that
 * it does not take; that one goes to the tray and blocks nothing. Then what is here of others is carried, and a scope of which the
 * server holds something else is pulled from its beginning.
 */
export async function syncOnce(port: SyncPort, api: Pick<Api, 'sync'>): Promise<Result<void, SyncFailure>> {
  const { replica } = port;
  const synced = await pushAndPull(port, api, []);
  // Also a tablet that will erase itself brings first what only it may have of others.
  const carries = synced.ok || (synced.error.type === 'erase' && synced.error.erase === 'after-sending');
  const carried = carries ? await carryForOthers(port, api, () => requestOf(port)) : ok(undefined);
  if (!synced.ok && (!carries || carried.ok)) return synced;
  if (!carried.ok) return carried;
  for (const scope of replica.differing()) {
    const pulled = await pullAnew(replica, api, scope, () => requestOf(port));
    if (!pulled.ok) return pulled;
    // Shown a page that it gave and has no more, the server knows that it is a restored back-up.
    if (pulled.value.forgotten) return pushAndPull(port, api, [pulled.value.forgotten]);
  }
  return ok(undefined);
}

async function pushAndPull(port: SyncPort, api: Pick<Api, 'sync'>, proof: readonly Carried[]): Promise<Result<void, SyncFailure>> {
  const { replica, pace = pushPace(), nowMs = () => 0 } = port;
  /** Lower than what the link could carry, while something is looked for that the server does not take. */
  let atMost = Infinity;
  let withHashes = false;
  let carried = proof;
  for (;;) {
    const before = progressOf(replica);
    const epoch = replica.epoch();
    const entries = nextBatch(replica.toSend(), Math.min(atMost, pace.ops()));
    const repeat = replica.toRepeat();
    const startedMs = nowMs();
    const answer = await api.sync({
      ...requestOf(port), ...(await pushOf(port, entries, withHashes)), ...(carried.length > 0 ? { carried: [...carried] } : {}),
      ...(repeat ? { kept: repeat.kept.slice(-MAX_COMMANDS_PER_PUSH), homes: repeat.homes.slice(0, MAX_CARRIED) } : {}),
    });
    pace.note({ ops: entries.length, ms: nowMs() - startedMs, answered: answer.ok || answer.error.type !== 'unreachable' });
    if (!answer.ok && wantsHashes(answer.error) && !withHashes) {
      withHashes = true;
      continue;
    }
    withHashes = false;
    if (!answer.ok) {
      if (entries.length === 0 || !isAboutTheRequest(answer.error)) return answer;
      const halved = await halve(replica, entries);
      if (!halved.ok) return halved;
      atMost = halved.value;
      continue;
    }
    port.noteServerTime(answer.value.serverTimeMs);
    const { erase } = answer.value;
    if (erase === 'at-once') return err({ type: 'erase', erase });
    if (answer.value.epoch === '') {
      const shown = carried.length > 0 ? undefined : await pageAhead(replica, answer.value);
      carried = shown ? [shown] : [];
      if (shown) continue;
    }
    carried = [];
    const received = await replica.receive(answer.value, { repeated: repeat !== undefined });
    if (!received.ok) return received;
    if (epoch !== '' && replica.epoch() !== epoch) return err({ type: 'restored' });
    if (replica.toSend().length === 0 && erase) return err({ type: 'erase', erase });
    if (replica.toSend().length === 0 && !answer.value.more) return ok(undefined);
    // Whatever the server says, a round that moves nothing must not be repeated at once.
    if (progressOf(replica) === before) return err({ type: 'stuck' });
  }
}

/** The last page of a scope of which the server has less than it once gave. */
async function pageAhead(replica: Replica, { scopes }: SyncAnswer): Promise<Carried | undefined> {
  const behind = scopes.find(({ scope, count }) => count !== undefined && count < (replica.cursors().get(scope) ?? 0));
  return behind && replica.lastPage(behind.scope);
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
  return aside.ok ? ok(Infinity) : aside;
}

function progressOf(replica: Replica): string {
  return JSON.stringify([replica.outbox().map((entry) => entry.op.n), [...replica.cursors()], [...replica.purges()], replica.epoch(), [...replica.scopes().keys()], replica.toRepeat() === undefined]);
}

/** The oldest entries, whole seals only: what was written together arrives together. Within the limits of one push. */
export function nextBatch(outbox: readonly OutboxEntry[], atMost: number): readonly OutboxEntry[] {
  const maxChars = Math.min(CHARS_PER_PUSH, atMost * CHARS_PER_OP);
  let count = 0;
  let chars = 0;
  let commands = 0;
  for (let end = 0; end < outbox.length; ) {
    const seal = outbox[end]?.seal;
    let next = end;
    while (next < outbox.length && outbox[next]?.seal === seal) {
      const entry = outbox[next];
      if (entry) chars += weightOfOp(entry.op);
      commands += entry?.command ? 1 : 0;
      next += 1;
    }
    if (count > 0 && (next > atMost || chars > maxChars || commands > MAX_COMMANDS_PER_PUSH)) break;
    count = next;
    end = next;
  }
  return outbox.slice(0, count);
}

/** A request that pushes nothing. */
function requestOf({ replica, waitingFiles = 0 }: SyncPort): SyncRequest {
  const outbox = replica.outbox();
  const oldestAt = outbox[0]?.op.at;
  return {
    ops: [], commands: [], cursors: Object.fromEntries(replica.cursors()), epoch: replica.epoch(),
    purges: Object.fromEntries(replica.purges()),
    ...(replica.held().length === 0 ? {} : { held: replica.held().slice(0, MAX_HELD_ASKED).map(({ id, h }): [string, string] => [id, h]) }),
    ...(outbox.length + waitingFiles > 0 ? { waiting: { ops: outbox.length, files: waitingFiles, ...(oldestAt === undefined ? {} : { oldestAt }) } } : {}),
  };
}

/** Without the hashes, which the server recomputes, a push is a fifth smaller. */
async function pushOf({ device, actor, sign }: SyncPort, entries: readonly OutboxEntry[], withHashes: boolean): Promise<Pick<SyncRequest, 'batch' | 'ops' | 'commands'>> {
  if (entries.length === 0) return { ops: [], commands: [] };
  const ops: readonly Op[] = entries.map((entry) => entry.op);
  const hashes = ops.map((op) => op.h);
  return {
    batch: { device, actor, ...(withHashes ? { hashes } : {}), signature: await sign(hashes) },
    ops: ops.map(packForPush),
    commands: entries.flatMap((entry) => (entry.command ? [entry.command] : [])),
  };
}
