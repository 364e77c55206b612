import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { startPostgres, type RunningPostgres } from './startPostgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers a GET with the address of the run's one PostgreSQL, which the first who asks starts. */
    readonly postgresOnDemand: string;
  }
}

/** Around a whole run of vitest: one cluster for all of its workers, and none where no test asks. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<RunningPostgres> | undefined;
  const server = createServer((_request, response) => {
    postgres ??= startPostgres();
    postgres.then(({ url }) => response.end(url), (error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  project.provide('postgresOnDemand', `http://127.0.0.1:${address.port}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await (await postgres)?.stop();
  };
}
