import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { chainAfter } from '#core/op/chain.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';

const PUSHES = 12;

test('[S1] [S7] what a server acknowledged before it was killed is there afterwards, whole and without a hole', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-killed-'));
  try {
    const path = join(folder, 'cotejo.sqlite');
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'pushForEver.ts'), path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === PUSHES) child.kill('SIGKILL');
    }
    expect(await exited).toBe('SIGKILL');
    expect(acknowledged.length).toBeGreaterThanOrEqual(PUSHES);

    const store = await openSqliteStore(path, 0);
    const [visit = ''] = (acknowledged[0] ?? '').split(' ');
    const { ops, head } = await store.transaction(async (tx) => ({ ops: await tx.ops.opsAfter(visitScope(visit), 0, 100_000), head: await tx.ops.scopeById(visitScope(visit)) }));
    await store.close();
    const stored = new Set(ops.map(({ id }) => id));
    expect(acknowledged.map((line) => line.split(' ')[1] ?? '').filter((id) => !stored.has(id))).toEqual([]);
    let chain = FIRST_CHAIN;
    ops.forEach((op, index) => {
      chain = chainAfter(chain, op.h);
      expect([op.seq, op.chain]).toEqual([index + 1, chain]);
    });
    expect(head).toMatchObject({ seq: ops.length, chain });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
