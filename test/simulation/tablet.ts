import { sign as signWith, type KeyObject } from 'node:crypto';
import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { batchText, type Command, type SyncAnswer, type SyncRequest } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { IdSource } from '#core/ids.ts';
import type { LoadedLog } from '#client/storage/log/logStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import type { PushPace } from '#client/sync/pushPace.ts';
import { syncOnce, type SyncFailure } from '#client/sync/syncOnce.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { tidyAtRest } from '#client/sync/tidyAtRest.ts';
import { Broken } from './broken.ts';
import { aDisk, Crash, type CrashPoint, type Disk } from './disk.ts';
import { altered, holed, type Fault } from './network.ts';
import type { Prng } from './prng.ts';
import type { Server } from './server.ts';
import type { Witness } from './witness.ts';

/** A real replica and the real sync, over a disk that can lose power and a network that cannot be trusted. */
export type Tablet = {
  readonly name: string;
  readonly userId: string;
  readonly device: string;
  readonly publicKey: string;
  readonly sign: (hashes: readonly string[]) => Promise<string>;
  readonly replica: () => Replica;
  readonly write: (changes: readonly Change[], command?: Command) => Promise<void>;
  readonly sync: (fault: Fault, random: Prng) => Promise<Result<void, SyncFailure>>;
  readonly armCrash: (at: CrashPoint) => void;
  /** Forgets memory, reads the disk; the clock has jumped. */
  readonly restart: (random: Prng) => Promise<void>;
  /** A replica read anew from the same disk, beside the living one. */
  readonly rebuilt: () => Promise<Replica>;
  readonly disk: Disk;
  /** Every byte that the server ever answered to this tablet. */
  readonly received: string[];
  /** The last request that it sent, as text. */
  readonly lastRequest: () => string | undefined;
};

export type TabletParts = {
  readonly name: string;
  readonly userId: string;
  readonly device: string;
  readonly privateKey: KeyObject;
  readonly publicKey: string;
  readonly source: IdSource;
  readonly witness: Witness;
  readonly server: Server;
  /** What the product does when an answer says that the server was restored. */
  readonly register: () => Promise<void>;
  readonly skewMs: number;
  readonly from?: LoadedLog;
};

/** Pushes as small as the run wants (`simulate.ts`). */
const pace: PushPace = { ops: () => Number(Reflect.get(globalThis, 'opsPerPush') ?? 500), note: () => undefined };
const lost: Result<never, ApiFailure> = err({ type: 'unreachable' });

export async function aTablet(parts: TabletParts): Promise<Tablet> {
  const { name, userId, device, source, witness, server } = parts;
  let { skewMs } = parts;
  let replica: Replica;
  const seenOf = (scope: ScopeId): ReadonlySet<string> => replica.state(scope).opIds;
  const disk = aDisk(name, witness, seenOf, parts.from);
  const open = (): Promise<Replica> =>
    openReplica({
      store: disk.store, mayWrite: () => true, source: { ...source, nowMs: () => Math.max(0, source.nowMs() + skewMs) },
      author: () => ({ actor: userId, device, timeZone: 'America/Hermosillo', skewMs: undefined }),
    });
  replica = await open();
  const received: string[] = [];
  let lastRequest: string | undefined;
  let lastAnswer: string | undefined;

  const restart = async (random: Prng): Promise<void> => {
    skewMs += (random.next() - 0.5) * 86_400_000;
    replica = await open();
  };
  const ask = async (request: string, diesAt?: number): Promise<Result<string, ApiFailure>> => {
    const answer = await server.sync(userId, JSON.parse(request) as SyncRequest, diesAt);
    if (answer === undefined) return lost;
    if (!answer.ok) return answer;
    const text = JSON.stringify(answer.value);
    received.push(text);
    return ok(text);
  };
  /** Through JSON, as over a wire: nothing is shared by reference. */
  const overTheNetwork = (fault: Fault, random: Prng): ((request: SyncRequest) => Promise<Result<SyncAnswer, ApiFailure>>) => {
    let now = fault;
    return async (asked) => {
      const request = JSON.stringify(asked);
      const before = lastRequest;
      const doing = now;
      now = 'none';
      if (doing === 'request-lost') return lost;
      if (doing === 'old-answer-again' && lastAnswer !== undefined) return ok(JSON.parse(lastAnswer) as SyncAnswer);
      lastRequest = request;
      if (doing === 'old-request-again' && before !== undefined) await ask(before);
      let answer = await ask(request, doing === 'server-dies' ? random.below(40) : undefined);
      if (doing === 'request-twice') answer = await ask(request);
      if (doing === 'old-request-late' && before !== undefined) await ask(before);
      if (doing === 'answer-lost') return lost;
      if (!answer.ok) return answer;
      const read = JSON.parse(answer.value) as SyncAnswer;
      if (doing === 'altered-answer') return ok(altered(read, random));
      if (doing === 'holed-answer') return ok(holed(read, random));
      lastAnswer = answer.value;
      return ok(read);
    };
  };
  /** A crash leaves what is on the disk. */
  const surviving = async <T>(work: () => Promise<T>, random: Prng): Promise<T | undefined> => {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Crash)) throw cause;
      await restart(random);
      return undefined;
    }
  };
  const sign = async (hashes: readonly string[]): Promise<string> =>
    signWith('sha256', Buffer.from(batchText(hashes)), { key: parts.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');

  return {
    name, userId, device, publicKey: parts.publicKey, sign, disk, received, restart,
    replica: () => replica,
    rebuilt: open,
    armCrash: disk.armCrash,
    lastRequest: () => lastRequest,
    write: async (changes, command) => {
      try {
        const sealed = await replica.seal(changes, command ? { command } : {});
        // A settlement or a decision on the word of somebody whose device is not known here.
        if (!sealed.ok && sealed.error.type === 'not-proved') return;
        if (!sealed.ok) throw new Broken('crash', `${name} could not write: ${JSON.stringify(sealed.error)} ${JSON.stringify(changes)}`);
      } catch (cause) {
        if (!(cause instanceof Crash)) throw cause;
        replica = await open();
      }
    },
    sync: async (fault, random) => {
      const api = { sync: overTheNetwork(fault, random) };
      const round = (): Promise<Result<void, SyncFailure> | undefined> =>
        surviving(() => syncOnce({ replica, device, actor: userId, sign, noteServerTime: () => undefined, pace }, api), random);
      let done = await round();
      if (done && !done.ok && (done.error.type === 'restored' || (done.error.type === 'refused' && done.error.code === 'device-unknown'))) {
        await parts.register();
        done = await round();
      }
      if (done?.ok) await surviving(() => tidyAtRest(replica, () => true), random);
      return done ?? err({ type: 'unreachable' });
    },
  };
}

