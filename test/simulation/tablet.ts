import type { Change } from '#core/op/change.ts';
import type { Command, SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { newUuid, type IdSource } from '#core/ids.ts';
import type { LogStore } from '#client/storage/log/logStore.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { newDeviceKey, signBatch, type DeviceKeyPair } from '#client/storage/keys/deviceKey.ts';
import { tidyAtRest } from '#client/sync/tidyAtRest.ts';
import { syncOnce, type SyncFailure } from '#client/sync/syncOnce.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import type { Prng } from './prng.ts';

/** Where the power goes off. */
export type CrashPoint = 'before-append' | 'after-append' | 'before-receive' | 'after-receive' | 'before-join' | 'after-join';
export class Crash extends Error {}

/** What the network does to one request. */
export type NetworkFault = 'none' | 'request-lost' | 'answer-lost' | 'request-twice' | 'old-answer-again';

/** A real replica and the real sync, over a disk that can lose power and a network that cannot be trusted. */
export type Tablet = {
  readonly name: string;
  readonly userId: string;
  readonly device: string;
  readonly publicKey: string;
  readonly replica: () => Replica;
  /** Ids of all ops that ever reached this tablet's disk as its own. */
  readonly authored: ReadonlySet<string>;
  readonly write: (changes: readonly Change[], command?: Command) => Promise<boolean>;
  readonly sync: (fault: NetworkFault) => Promise<Result<void, SyncFailure>>;
  /** The next disk write of that kind loses power. */
  readonly armCrash: (at: CrashPoint) => void;
  /** Forgets memory, reads the disk. */
  readonly restart: () => Promise<void>;
  /** A replica read anew from the same disk, beside the living one. */
  readonly rebuilt: () => Promise<Replica>;
  /** Every byte that the server ever answered to this tablet. */
  readonly received: string[];
  /** Throws where disk and cursor disagree. */
  readonly checkDisk: () => void;
};

export type Server = (userId: string, request: SyncRequest) => Promise<SyncAnswer>;

/** Key pairs cost more than a whole run: made once per name, for all runs. */
const keys = new Map<string, Promise<DeviceKeyPair>>();

export async function aTablet(name: string, userId: string, source: IdSource, random: Prng, server: Server): Promise<Tablet> {
  const pair = await (keys.get(name) ?? keys.set(name, newDeviceKey()).get(name));
  if (!pair) throw new Error('no key');
  const device = newUuid(source);
  const disk = memoryLogStore();
  const authored = new Set<string>();
  const received: string[] = [];
  let crash: CrashPoint | undefined;
  const at = (point: CrashPoint): void => {
    if (crash !== point) return;
    crash = undefined;
    throw new Crash(point);
  };
  const store: LogStore = {
    load: disk.load,
    readSegments: disk.readSegments,
    replaceSegments: async (gone, by) => {
      at('before-join');
      const replaced = await disk.replaceSegments(gone, by);
      at('after-join');
      return replaced;
    },
    append: async (entries, counter, drafts) => {
      at('before-append');
      const stored = await disk.append(entries, counter, drafts);
      for (const entry of entries) authored.add(entry.op.id);
      at('after-append');
      return stored;
    },
    receive: async (receipt) => {
      at('before-receive');
      const stored = await disk.receive(receipt);
      at('after-receive');
      return stored;
    },
  };
  /** Clocks are wrong by up to ten years, and jump. */
  let skewMs = (random.next() - 0.5) * 2 * 10 * 365 * 86_400_000;
  const open = (): Promise<Replica> =>
    openReplica({
      store, mayWrite: () => true, source: { ...source, nowMs: () => Math.max(0, source.nowMs() + skewMs) },
      author: () => ({ actor: userId, device, timeZone: 'America/Hermosillo', skewMs: undefined }),
    });
  let replica = await open();
  let lastAnswer: SyncAnswer | undefined;
  const restart = async (): Promise<void> => {
    skewMs += (random.next() - 0.5) * 86_400_000;
    replica = await open();
  };
  /** A crash leaves what is on the disk. */
  const surviving = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Crash)) throw cause;
      await restart();
      return undefined;
    }
  };
  const lost: Result<SyncAnswer, ApiFailure> = err({ type: 'unreachable' });

  return {
    name, userId, device, publicKey: pair.publicKey, authored, received, restart,
    replica: () => replica,
    rebuilt: open,
    armCrash: (point) => {
      crash = point;
    },
    write: async (changes, command) => {
      const sealed = await surviving(() => replica.seal(changes, command ? { command } : {}));
      if (sealed && !sealed.ok) throw new Error(`${name} could not write: ${JSON.stringify(sealed.error)} ${JSON.stringify(changes)}`);
      return sealed !== undefined;
    },
    sync: async (fault) => {
      let first = true;
      const overTheNetwork = async (request: SyncRequest): Promise<Result<SyncAnswer, ApiFailure>> => {
        const now = first ? fault : 'none';
        first = false;
        if (now === 'request-lost') return lost;
        // Through JSON, as over a wire: nothing is shared by reference.
        const wire = JSON.stringify(request);
        if (now === 'old-answer-again' && lastAnswer) return ok(lastAnswer);
        const answer = JSON.stringify(await server(userId, JSON.parse(wire) as SyncRequest));
        const second = now === 'request-twice' ? JSON.stringify(await server(userId, JSON.parse(wire) as SyncRequest)) : answer;
        received.push(answer, second);
        if (now === 'answer-lost') return lost;
        lastAnswer = JSON.parse(second) as SyncAnswer;
        return ok(lastAnswer);
      };
      const done = await surviving(() =>
        syncOnce(
          { replica, device, actor: userId, sign: (hashes) => signBatch(pair.privateKey, hashes), noteServerTime: () => undefined },
          { sync: overTheNetwork },
        ),
      );
      if (done?.ok) await surviving(() => tidyAtRest(replica, () => true));
      return done ?? err({ type: 'unreachable' });
    },
    checkDisk: () => {
      const log = disk.snapshot();
      for (const [scope, cursor] of log.cursors) {
        const stored = new Set(log.segments.filter((segment) => segment.scope === scope).flatMap((segment) => segment.pages.flatMap((page) => page.list.map(([seq]) => seq))));
        for (let seq = 1; seq <= cursor; seq++) if (!stored.has(seq)) throw new Error(`${name}: the cursor of ${scope} is at ${cursor}, seq ${seq} is not on the disk`);
      }
      const outboxed = new Set(log.outbox.map(({ op }) => op.id));
      const paged = log.segments.flatMap((segment) => segment.ops.map((op) => op.id));
      if (new Set(paged).size !== paged.length) throw new Error(`${name}: an op is stored twice`);
      const both = paged.filter((id) => outboxed.has(id));
      if (both.length > 0) throw new Error(`${name}: ${both.length} ops are on the server and still waiting`);
    },
  };
}
