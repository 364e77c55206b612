import type { Page } from 'playwright-core';
import { figure, type Figure } from './figure.ts';
import { median } from './median.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';

export type MemorySizes = { readonly minutes: number; readonly photos: number; readonly records: number };

const WARM_MINUTES = 10;
/** Measurements whose middle one counts. */
const SAMPLES = 3;

/**
 * Two hours of use in a row, without the waiting: each minute some typing, a few records changed, photos taken and sent, four rounds of sync, a
 * screen opened. The heap after a collection at the end, beside the heap ten minutes after the beginning: what people write stays in memory, a few
 * hundred bytes a record, and nothing else may.
 */
export async function measureMemory({ browsers, product }: SyncPlace, { leader, visit }: BenchVisit, sizes: MemorySizes, say: (line: string) => void): Promise<readonly Figure[]> {
  say(`Memory: ${sizes.minutes} minutes of use, ${sizes.photos} photos …`);
  const page = await browsers.page('a', product.url, leader);
  await page.evaluate(([name, person, of]) => window.syncBench.openTablet(name, person, of), [`memory-${visit}`, leader.userId, visit] as const);
  await page.evaluate((count) => window.syncBench.writeRecords(count), sizes.records);
  await page.evaluate(() => window.syncBench.sync());
  const heaps: number[] = [];
  for (let minute = 0; minute < sizes.minutes; minute++) {
    const photos = Math.floor(((minute + 1) * sizes.photos) / sizes.minutes) - Math.floor((minute * sizes.photos) / sizes.minutes);
    await page.evaluate(([at, count]) => window.syncBench.useForAMinute(at, count), [minute, photos] as const);
    heaps.push(await heapOf(page));
  }
  const warm = Math.min(WARM_MINUTES, Math.floor(sizes.minutes / 3));
  const mib = (values: readonly number[]): number => median(values) / 1024 / 1024;
  return [figure('memory.2hours', mib(heaps.slice(-SAMPLES)), 'MiB', mib(heaps.slice(warm, warm + SAMPLES)))];
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
