import { figure, type Figure } from './figure.ts';
import { median } from './median.ts';
import { cutProxy } from './cutProxy.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';
import { WORK } from './workload/visitWork.ts';

/** One large file, of which a cut interrupts the sending. */
const LARGE_BYTES = 12 * 1024 * 1024;
const CUT_AFTER_BYTES = 5 * 1024 * 1024;

/** 100 photos out of the encrypted vault against four plain PUTs at a time; and what a cut costs. */
export async function measurePhotos({ browsers, product, floor }: SyncPlace, visits: readonly BenchVisit[], photos: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const [here, bare]: [number[], number[]] = [[], []];
  for (const { leader, visit } of visits) {
    say(`Photos: ${photos} of ${WORK.photoBytes / 1000} kB …`);
    const plain = await browsers.page('a', floor.url);
    bare.push(await plain.evaluate(([count, size]) => window.syncBench.floorPhotos(count, size), [photos, WORK.photoBytes] as const));
    const page = await browsers.page('a', product.url, leader);
    await page.evaluate(([name, person, of]) => window.syncBench.openTablet(name, person, of), [`photos-${visit}`, leader.userId, visit] as const);
    await page.evaluate(([count, size]) => window.syncBench.storePhotos(count, size), [photos, WORK.photoBytes] as const);
    const { ms, left } = await page.evaluate(() => window.syncBench.upload());
    if (left > 0) throw new Error(`${left} photos were not taken`);
    here.push(ms);
  }
  const [first] = visits;
  if (!first) throw new Error('no visit');
  return [figure(`photos.${photos}`, median(here), 'ms', median(bare)), figure('photos.resent', await resentAfterCut({ browsers, product, floor }, first), 'bytes', 0)];
}

/** Bytes of chunks that the server had called received before the cut, and that were sent again after it. */
async function resentAfterCut({ browsers, product }: SyncPlace, { leader, visit }: BenchVisit): Promise<number> {
  const proxy = await cutProxy(product.url, CUT_AFTER_BYTES);
  try {
    const page = await browsers.page('a', proxy.url, leader);
    await page.evaluate(([name, person, of]) => window.syncBench.openTablet(name, person, of), [`cut-${visit}`, leader.userId, visit] as const);
    await page.evaluate((size) => window.syncBench.storePhotos(1, size), LARGE_BYTES);
    await page.evaluate(() => window.syncBench.upload());
    proxy.heal();
    const { left } = await page.evaluate(() => window.syncBench.upload());
    if (left > 0) throw new Error('the file did not arrive after the cut');
    return proxy.resentBytes();
  } finally {
    await proxy.close();
  }
}
