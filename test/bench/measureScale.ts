import type { Page } from 'playwright-core';
import { figure, type Figure } from './figure.ts';
import { median } from './median.ts';
import { percentile } from './percentile.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';

type Times = { readonly write: number; readonly push: number; readonly pull: number; readonly open: number };

/** The product's own times with ten times as many records in the visit, each beside its own time with the ordinary number. */
export async function measureScale(place: SyncPlace, visits: readonly [BenchVisit, BenchVisit], records: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const [small, large] = [await timesWith(place, visits[0], records, say), await timesWith(place, visits[1], records * 10, say)];
  const each = (['write', 'push', 'pull', 'open'] as const).map((name) => figure(`scale.10x.${name}`, large[name], 'ms', small[name]));
  const worst = each.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  return [{ ...worst, name: 'scale.10x' }, ...each];
}

async function timesWith({ browsers, product }: SyncPlace, { leader, advisor, visit }: BenchVisit, records: number, say: (line: string) => void): Promise<Times> {
  say(`Scale: ${records} records …`);
  const [a, b] = [await browsers.page('a', product.url, leader), await browsers.page('b', product.url, advisor)];
  for (const [page, who] of [[a, leader.userId], [b, advisor.userId]] as const) {
    await page.evaluate(([name, person, of]) => window.syncBench.openTablet(name, person, of), [`scale-${who}`, who, visit] as const);
  }
  await a.evaluate((count) => window.syncBench.writeRecords(count), records);
  const push = await sync(a);
  const pull = await sync(b);
  await b.evaluate(() => window.syncBench.tidy());
  const open: number[] = [];
  for (let at = 0; at < 5; at++) open.push(await b.evaluate(() => window.syncBench.open()));
  const writes = await b.evaluate(() => window.syncBench.writeOneByOne(200));
  return { push, pull, open: median(open), write: percentile(writes, 95) };
}

const sync = (page: Page): Promise<number> => page.evaluate(() => window.syncBench.sync());
