import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureVisit, QUICK } from '#test/bench/measureVisit.ts';

test('the benchmark makes every figure of a visit, each beside its limit (small sizes: the times say nothing)', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-quick-bench-'));
  process.env['CHROMIUM_PATH'] ??= '/usr/bin/chromium';
  try {
    const figures = await measureVisit(folder, QUICK, () => undefined);
    expect(figures.map(({ name }) => name)).toEqual([
      'server.4tablets', 'server.4tablets.memory', 'write.one.p95', 'push.60', 'push.requests', 'push.bytes', 'pull.60', 'converge.1500edits', 'conflicts.sameField',
      'conflicts.otherField', 'open.60', 'sync.rtt200', 'photos.3', 'photos.resent', 'open.12.singlePulls', 'rows.singlePulls', 'memory.2hours',
      'scale.10x', 'scale.10x.write', 'scale.10x.push', 'scale.10x.pull', 'scale.10x.open',
    ]);
    for (const one of figures) {
      expect(Object.keys(one)).toEqual(['name', 'value', 'unit', 'limit', 'ratio']);
      expect([one.value, one.limit, one.ratio].every(Number.isFinite), one.name).toBe(true);
    }
    // What does not depend on the machine holds at any size.
    const ratioOf = (name: string): number | undefined => figures.find((one) => one.name === name)?.ratio;
    expect([ratioOf('conflicts.sameField'), ratioOf('conflicts.otherField'), ratioOf('photos.resent')]).toEqual([1, 1, 1]);
    expect(ratioOf('rows.singlePulls')).toBeLessThanOrEqual(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
