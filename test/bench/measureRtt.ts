import { delayProxy } from './delayProxy.ts';
import { figure, type Figure } from './figure.ts';
import { median } from './median.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';

const ONE_WAY_MS = 100;

/** A push on one tablet, then the pull on the other, on a line of 200 ms of round trip; and the bare POST and GET on the same line. */
export async function measureRtt({ browsers, product, floor }: SyncPlace, visits: readonly BenchVisit[], records: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const line = { product: await delayProxy(product.url, ONE_WAY_MS), floor: await delayProxy(floor.url, ONE_WAY_MS) };
  const [here, bare]: [number[], number[]] = [[], []];
  try {
    for (const { leader, advisor, visit } of visits) {
          say('Sync at 200 ms of round trip …');
      const [fa, fb] = [await browsers.page('a', line.floor.url), await browsers.page('b', line.floor.url)];
      for (const page of [fa, fb]) await page.evaluate((name) => window.syncBench.openFloor(name, name), `rtt-${visit}`);
      await fa.evaluate((count) => window.syncBench.floorWriteRecords(count), records);
      bare.push((await fa.evaluate(() => window.syncBench.floorPush())) + (await fb.evaluate(() => window.syncBench.floorPull())));

      const [a, b] = [await browsers.page('a', line.product.url, leader), await browsers.page('b', line.product.url, advisor)];
      for (const [page, who] of [[a, leader.userId], [b, advisor.userId]] as const) {
        await page.evaluate(([name, person, of]) => window.syncBench.openTablet(name, person, of), [`rtt-${who}`, who, visit] as const);
      }
      await a.evaluate((count) => window.syncBench.writeRecords(count), records);
      here.push((await a.evaluate(() => window.syncBench.sync())) + (await b.evaluate(() => window.syncBench.sync())));
    }
  } finally {
    await line.product.close();
    await line.floor.close();
  }
  return [figure('sync.rtt200', median(here), 'ms', median(bare))];
}
