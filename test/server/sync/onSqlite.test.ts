import { describe } from 'vitest';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { useStore } from '#test/server/builders/newStore.ts';
import { syncSuites } from './syncSuites.ts';

useStore(() => openSqliteStore(':memory:', 0));
describe('on SQLite', async () => {
  await syncSuites();
});
