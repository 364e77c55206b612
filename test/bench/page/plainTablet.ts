import { Dexie, type Table } from 'dexie';
import { databaseName, describeDatabase } from '#client/storage/database/database.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { INSTALLATION, LEADER } from '#test/bench/workload/benchPeople.ts';

export type PlainRow = { readonly id: string; readonly table: 'manuals' | 'segments' | 'outbox'; readonly text: string };

export type PlainTablet = Dexie & { readonly rows: Table<PlainRow, string> };

const decoder = new TextDecoder();

export function describePlainTablet(): PlainTablet {
  const db = new Dexie('bench-plain', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ rows: 'id' });
  return db as PlainTablet;
}

/** Copies the rows of the filled tablet, decrypted and otherwise unchanged, into a plain database: the limit reads the same. */
export async function fillPlainTablet(dataKey: CryptoKey): Promise<void> {
  const db = describeDatabase(databaseName(INSTALLATION, LEADER));
  const plain = describePlainTablet();
  const cipher = rowCipher(dataKey);
  const [manuals, segments, outbox] = await Promise.all([db.manuals.toArray(), db.segments.toArray(), db.outbox.toArray()]);
  const sealed = [
    ...manuals.map(({ id, body }) => ({ table: 'manuals' as const, id, body })),
    ...segments.map(({ id, body }) => ({ table: 'segments' as const, id, body })),
    ...outbox.map(({ n, body }) => ({ table: 'outbox' as const, id: String(n), body })),
  ];
  const rows: PlainRow[] = [];
  for (const { table, id, body } of sealed) {
    rows.push({ id: `${table}/${id}`, table, text: decoder.decode(await cipher.openBytes(table, id, body)) });
  }
  await plain.rows.bulkPut(rows);
  db.close();
  plain.close();
}
