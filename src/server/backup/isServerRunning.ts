import { existsSync } from 'node:fs';
import Database from 'libsql';

/**
 * Whether another process has the database open: only alone can it leave its write-ahead log. Asked of the system's locks, so
 * that a server which was killed does not count as running.
 */
export function isServerRunning(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new Database(path);
  try {
    database.pragma('busy_timeout = 0');
    database.pragma('journal_mode = DELETE');
    return false;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return true;
    throw error;
  } finally {
    database.close();
  }
}
