import { defineConfig } from 'vitest/config';

/** The built app in a real browser: one journey after another, since each has a server and a browser of its own. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: ['test/server/postgres/postgresOnDemand.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
