import { describe } from 'vitest';
import { openPostgresStore } from '#server/store/postgresStore.ts';
import { useStore } from '#test/server/builders/newStore.ts';
import { newDatabase } from '#test/server/postgres/newDatabase.ts';
import { syncSuites } from './syncSuites.ts';

useStore(async () => openPostgresStore({ url: await newDatabase(), pool: 4 }, 0));
describe('on PostgreSQL', async () => {
  await syncSuites();
});
