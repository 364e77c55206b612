import Database from 'libsql';

const WAIT_MS = 30_000;

/** A copy of one moment of the database, whole, while a server goes on writing to it. The copy is a single file. */
export function snapshotSqlite(path: string, to: string): void {
  const database = new Database(path);
  try {
    database.pragma(`busy_timeout = ${WAIT_MS}`);
    database.prepare('vacuum into ?').run(to);
  } finally {
    database.close();
  }
}
