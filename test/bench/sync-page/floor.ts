import { Dexie, type Table } from 'dexie';
import type { WorkEdit, WorkRecord } from '#test/bench/workload/visitWork.ts';

/** The limit: plain rows in Dexie, one gzip request up, one down. Nothing is encrypted, checked, signed or merged. */
export type Floor = {
  readonly rows: Table<WorkRecord, string>;
  readonly put: (row: WorkRecord) => Promise<unknown>;
  readonly push: () => Promise<void>;
  readonly pull: () => Promise<void>;
  readonly edit: (edits: readonly WorkEdit[]) => Promise<void>;
  /** What was edited since the last time, up; what others have since, down. */
  readonly pushEdits: () => Promise<void>;
  readonly close: () => void;
};

export async function openFloor(name: string, scope: string): Promise<Floor> {
  await Dexie.delete(name);
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ rows: 'id' });
  const rows = db.table<WorkRecord, string>('rows');
  let seq = 0;
  let waiting = new Map<string, Partial<WorkRecord>>();
  const pull = async (): Promise<void> => {
    const answer = await fetch(`/rows?scope=${scope}&after=${seq}`, { cache: 'no-store' });
    const body = (await answer.json()) as { readonly seq: number; readonly rows: readonly WorkRecord[] };
    seq = Math.max(seq, body.seq);
    await rows.bulkPut([...body.rows]);
  };
  return {
    rows, pull,
    put: (row) => rows.put(row),
    push: async () => post(`/rows?scope=${scope}`, await rows.toArray()),
    edit: async (edits) => {
      for (const { id, field, value, updatedAt, updatedBy } of edits) waiting.set(id, { ...waiting.get(id), [field]: value, updatedAt, updatedBy });
      const before = await rows.bulkGet([...waiting.keys()]);
      await rows.bulkPut(before.flatMap((row) => (row ? [{ ...row, ...waiting.get(row.id) }] : [])));
    },
    pushEdits: async () => {
      const patches = [...waiting].map(([id, patch]) => ({ id, ...patch }));
      waiting = new Map();
      if (patches.length > 0) await post(`/patches?scope=${scope}`, patches);
      await pull();
    },
    close: () => db.close(),
  };
}

async function post(path: string, rows: readonly unknown[]): Promise<void> {
  const body = await new Response(new Blob([JSON.stringify(rows)]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  const answer = await fetch(path, { method: 'POST', headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' }, body });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await answer.json();
}
