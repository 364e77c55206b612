import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import type { LoadedLog, LogStore } from '#client/storage/log/logStore.ts';
import { mustHold } from './broken.ts';
import { noteSeal, type Witness } from './witness.ts';

/** Where the power goes off: around any write of the disk, by the name of the write. */
export const CRASH_POINTS = [
  'before append', 'after append', 'before receive', 'after receive', 'before replaceSegments', 'after replaceSegments',
  'before bringIn', 'after bringIn',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];
export class Crash extends Error {}

/** A tablet's disk: what a write has left is there for ever, and the power may go off before or after any write. */
export type Disk = {
  readonly store: LogStore;
  /** The next write of that kind loses power. */
  readonly armCrash: (at: CrashPoint) => void;
  /** What a copy of the disk holds. */
  readonly copy: () => LoadedLog;
  /** Throws where the disk by itself breaks an invariant. Asked after every step. */
  readonly check: () => void;
};

export function aDisk(name: string, witness: Witness, seenOf: Parameters<typeof noteSeal>[3], from?: LoadedLog): Disk {
  const disk = memoryLogStore(from);
  let armed: CrashPoint | undefined;
  const at = (point: CrashPoint): void => {
    if (armed !== point) return;
    armed = undefined;
    throw new Crash(point);
  };
  const around = async <T>(write: 'append' | 'receive' | 'replaceSegments' | 'bringIn', work: () => Promise<T>): Promise<T> => {
    at(`before ${write}`);
    const done = await work();
    at(`after ${write}`);
    return done;
  };
  return {
    store: {
      ...disk,
      append: (entries, counter, drafts) =>
        around('append', async () => {
          const stored = await disk.append(entries, counter, drafts);
          noteSeal(witness, name, entries.map(({ op }) => op), seenOf);
          return stored;
        }),
      receive: (receipt) =>
        around('receive', () => {
          for (const id of witness.held) {
            const written = witness.ops.get(id);
            if (written?.by === name && !receipt.scopes.has(written.op.scope) && !receipt.lapsed?.has(written.op.scope)) witness.leftWithScope.add(id);
          }
          return disk.receive(receipt);
        }),
      replaceSegments: (gone, by) => around('replaceSegments', () => disk.replaceSegments(gone, by)),
      bringIn: (rows, refused) => around('bringIn', () => disk.bringIn(rows, refused)),
    },
    armCrash: (point) => {
      armed = point;
    },
    copy: disk.snapshot,
    check: () => checkLog(name, disk.snapshot(), witness),
  };
}

function checkLog(name: string, log: LoadedLog, witness: Witness): void {
  const inEpoch = log.segments.filter(({ pages }) => pages.some(({ epoch }) => epoch === log.epoch));
  for (const [scope, cursor] of log.cursors) {
    const stored = new Set(inEpoch.filter((segment) => segment.scope === scope).flatMap((segment) => segment.pages.flatMap(({ list }) => list.map(([seq]) => seq))));
    for (let seq = 1; seq <= cursor; seq++) mustHold('cursor', stored.has(seq), () => `${name}: the cursor of ${scope} is at ${cursor}, seq ${seq} is not on the disk`);
  }
  const paged = inEpoch.flatMap((segment) => segment.ops.map((op) => op.id));
  mustHold('once', new Set(paged).size === paged.length, () => `${name}: an op is stored twice`);
  const inPages = new Set(paged);
  const both = log.outbox.filter(({ op }) => inPages.has(op.id));
  mustHold('once', both.length === 0, () => `${name}: ${both.length} ops are on the server and still waiting`);
  const here = new Set([...inPages, ...log.segments.flatMap(({ ops }) => ops.map(({ id }) => id)), ...[...log.outbox, ...log.refused].map(({ op }) => op.id), ...log.held.map(({ id }) => id), ...(log.imports ?? []).flatMap(({ ops }) => ops.map(({ id }) => id))]);
  for (const [id, { by, op }] of witness.ops) {
    if (by !== name || here.has(id) || witness.purged.has(id)) continue;
    // Acknowledged in a scope that the person may no longer read: nothing more of it comes; what is held not even with the scope.
    if (!log.scopes.has(op.scope) || witness.leftWithScope.has(id)) continue;
    mustHold('missing', false, () => `${name} wrote ${id} (${op.entity}), and its own disk no longer has it`);
  }
}
