import { ok } from '#core/result.ts';
import { changedImports } from '#client/storage/imports/importRow.ts';
import { keptCommands } from './keptCommands.ts';
import type { LoadedLog, LogStore } from './logStore.ts';

/** The log in memory: for the simulation, and the same contract as the real one. `snapshot` is what a crash leaves. */
export function memoryLogStore(initial?: LoadedLog): LogStore & { readonly snapshot: () => LoadedLog } {
  let log: LoadedLog = initial ?? {
    counter: { n: 0, lamport: 0 }, epoch: '', cursors: new Map(), outbox: [], segments: [], refused: [], held: [], scopes: new Map(),
  };
  return {
    snapshot: () => log,
    load: async () => log,
    append: async (entries, counter) => {
      if (log.counter.n + entries.length !== counter.n) throw new Error(`counter ${counter.n} does not follow ${log.counter.n}`);
      log = { ...log, counter, outbox: [...log.outbox, ...entries], commands: [...(log.commands ?? []), ...keptCommands(entries)] };
      return ok(undefined);
    },
    bringIn: async (rows, refused) => {
      const kept = (log.imports ?? []).filter((old) => !rows.some((row) => row.id === old.id));
      log = { ...log, imports: [...kept, ...rows], refused: [...log.refused, ...refused] };
      return ok(undefined);
    },
    receive: async (receipt) => {
      const leaves = new Set(receipt.leaveOutbox);
      const { clear } = receipt;
      log = {
        counter: log.counter,
        commands: log.commands ?? [],
        epoch: receipt.epoch,
        cursors: receipt.cursors,
        outbox: [...log.outbox, ...receipt.backToOutbox].filter((entry) => !leaves.has(entry.op.n)).sort((a, b) => a.op.n - b.op.n),
        segments: [
          ...log.segments.filter(({ id }) => !receipt.anew?.rows.includes(id) && !receipt.segments.some((fresh) => fresh.id === id) && !clear?.segments.includes(id)).map((row) => clear?.rewritten.find(({ id }) => id === row.id) ?? row),
          ...receipt.segments,
        ],
        refused: [
          ...log.refused.filter(({ op }) => !receipt.leaveRefused?.includes(op.id)).map((item) => clear?.tray.find(({ op }) => op.id === item.op.id) ?? item),
          ...receipt.refused,
        ],
        purges: receipt.purges ?? log.purges ?? new Map(),
        held: [...log.held.filter((op) => !receipt.leaveHeld.includes(op.id)), ...receipt.held],
        imports: changedImports(log.imports ?? [], receipt.imports ?? { put: [], leave: [] }),
        scopes: receipt.scopes,
        lapsed: receipt.lapsed ?? new Map(),
        chains: receipt.chains ?? new Map(),
        repeated: receipt.repeated ?? true,
        homes: receipt.homes ?? log.homes ?? new Map(),
      };
      return ok(undefined);
    },
    readSegments: async (ids) => ids.flatMap((id) => log.segments.filter((segment) => segment.id === id)),
    replaceSegments: async (gone, by) => {
      if (!gone.every((id) => log.segments.some((segment) => segment.id === id))) throw new Error('a row to replace is gone: another window has written');
      const replaced = new Set([...gone, ...by.map(({ id }) => id)]);
      log = { ...log, segments: [...log.segments.filter(({ id }) => !replaced.has(id)), ...by] };
      return ok(undefined);
    },
  };
}
