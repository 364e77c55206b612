import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFileBytes } from '#server/files/folderFileBytes.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { testApp } from '#test/server/builders/testApp.ts';

const ask = async ({ call }: Pick<Awaited<ReturnType<typeof testApp>>, 'call'>) => {
  const answer = await call({ url: '/api/health' });
  return [answer.statusCode, answer.json()];
};

test('a balancer learns, without a session, that database and files answer, and when one of them does not', async () => {
  const store = createMemoryStore();
  let broken = false;
  const app = await testApp({ ...store, transaction: (work) => (broken ? Promise.reject(new Error('gone')) : store.transaction(work)) });
  expect(await ask(app)).toEqual([200, { database: true, files: true }]);
  broken = true;
  // For a second everybody gets the same answer: asking often costs the database nothing.
  expect(await ask(app)).toEqual([200, { database: true, files: true }]);
  app.world.ids.passMs(1_000);
  expect(await ask(app)).toEqual([503, { database: false, files: true }]);
});

test('a folder that cannot be written is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-health-'));
  try {
    const files = join(folder, 'files');
    const app = await testApp(undefined, undefined, folderFileBytes(files));
    expect(await ask(app)).toEqual([200, { database: true, files: true }]);
    rmSync(files, { recursive: true });
    writeFileSync(files, 'a file where the folder was');
    app.world.ids.passMs(1_000);
    expect(await ask(app)).toEqual([503, { database: true, files: false }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
