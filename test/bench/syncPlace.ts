import { join } from 'node:path';
import { buildPage } from './buildPage.ts';
import { prepareData, type BenchVisit } from './server/prepareData.ts';
import { floorServer, productServer, type BenchServer } from './server/productServer.ts';
import { syncBrowsers, type SyncBrowsers } from './syncBrowsers.ts';

/** The product's server and the bare one, each in a process of its own, and two browsers. */
export type SyncPlace = { readonly product: BenchServer; readonly floor: BenchServer; readonly browsers: SyncBrowsers };

export async function withSyncPlace<T>(
  folder: string, visitCount: number, say: (line: string) => void, work: (place: SyncPlace, visits: readonly BenchVisit[]) => Promise<T>,
): Promise<T> {
  const page = join(folder, 'sync-page');
  await buildPage(page, 'sync-page');
  const { dataFolder, start } = await productServer(folder, page);
  const visits = await prepareData(dataFolder, visitCount);
  const [product, floor, browsers] = [await start(), await floorServer(folder, page), await syncBrowsers(folder, say)];
  try {
    return await work({ product, floor, browsers }, visits);
  } finally {
    await browsers.close();
    await product.stop();
    await floor.stop();
  }
}
