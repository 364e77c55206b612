import type { Page } from 'playwright-core';
import { figure, type Figure } from './figure.ts';
import { median } from './median.ts';
import { percentile } from './percentile.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';
import { WORK } from './workload/visitWork.ts';

export type SyncSizes = {
  readonly records: number;
  /** Whole rounds, of which the middle one counts. */
  readonly rounds: number;
  readonly singleWrites: number;
  readonly openings: number;
};

/** ms unless it says otherwise. */
type Side = { readonly write: number; readonly push: number; readonly pull: number; readonly converge: number; readonly open: number; readonly bytes: number };
type Product = Side & { readonly requests: number; readonly sameField: readonly [number, number]; readonly otherField: readonly [number, number] };

/** The workload of one visit on two tablets: written, pushed, pulled, edited on both sides and opened again; and the same by bare means. */
export async function measureSync(place: SyncPlace, visits: readonly BenchVisit[], sizes: SyncSizes, say: (line: string) => void): Promise<readonly Figure[]> {
  const product: Product[] = [];
  const floor: Side[] = [];
  for (let round = 0; round < sizes.rounds; round++) {
    const visit = visits[round];
    if (!visit) throw new Error('no visit is left');
    say(`Sync, round ${round + 1} of ${sizes.rounds}: the limit …`);
    floor.push(await floorRound(place, `floor-${round}`, sizes));
    say(`Sync, round ${round + 1} of ${sizes.rounds}: the product …`);
    product.push(await productRound(place, visit, sizes));
  }
  const of = (name: keyof Side): [number, number] => [median(product.map((one) => one[name])), median(floor.map((one) => one[name]))];
  const last = product.at(-1);
  if (!last) throw new Error('nothing was measured');
  const n = sizes.records;
  return [
    figure('write.one.p95', of('write')[0], 'ms', of('write')[1]),
    figure(`push.${n}`, of('push')[0], 'ms', of('push')[1]),
    figure('push.requests', last.requests, 'requests', 8),
    figure('push.bytes', of('bytes')[0] / 1000, 'kB', of('bytes')[1] / 1000),
    figure(`pull.${n}`, of('pull')[0], 'ms', of('pull')[1]),
    figure(`converge.${WORK.editsA + WORK.editsB}edits`, of('converge')[0], 'ms', of('converge')[1]),
    figure('conflicts.sameField', last.sameField[0], 'pairs', last.sameField[1]),
    figure('conflicts.otherField', last.otherField[0], 'edits', last.otherField[1]),
    figure(`open.${n}`, of('open')[0], 'ms', of('open')[1]),
  ];
}

async function productRound({ browsers, product }: SyncPlace, { leader, advisor, visit }: BenchVisit, { records, singleWrites, openings }: SyncSizes): Promise<Product> {
  const a = await browsers.page('a', product.url, leader);
  const b = await browsers.page('b', product.url, advisor);
  // A tablet of its own for the single writes: they stay there.
  await open(a, `writes-${visit}`, leader.userId, visit);
  const writes = await a.evaluate((count) => window.syncBench.writeOneByOne(count), singleWrites);
  await open(a, `a-${visit}`, leader.userId, visit);
  await open(b, `b-${visit}`, advisor.userId, visit);
  await a.evaluate((count) => window.syncBench.writeRecords(count), records);
  await a.evaluate(() => window.syncBench.sent());
  const push = await sync(a);
  const { requests, bytes } = await a.evaluate(() => window.syncBench.sent());
  const pull = await sync(b);
  await a.evaluate((count) => window.syncBench.writeEdits('A', count), records);
  await b.evaluate((count) => window.syncBench.writeEdits('B', count), records);
  let converge = 0;
  for (const page of [a, b, a]) converge += await sync(page);
  const here = await a.evaluate((count) => window.syncBench.conflicts(count), records);
  const there = await b.evaluate((count) => window.syncBench.conflicts(count), records);
  if (JSON.stringify(here) !== JSON.stringify(there)) throw new Error('the two tablets show different conflicts');
  await a.evaluate(() => window.syncBench.tidy());
  const opened = await times(openings, () => a.evaluate(() => window.syncBench.open()));
  return { write: percentile(writes, 95), push, requests, bytes, pull, converge, open: median(opened), ...here };
}

async function floorRound({ browsers, floor }: SyncPlace, scope: string, { records, singleWrites, openings }: SyncSizes): Promise<Side> {
  const a = await browsers.page('a', floor.url);
  const b = await browsers.page('b', floor.url);
  await a.evaluate((name) => window.syncBench.openFloor(name, name), `${scope}-writes`);
  const writes = await a.evaluate((count) => window.syncBench.floorWriteOneByOne(count), singleWrites);
  for (const page of [a, b]) await page.evaluate((name) => window.syncBench.openFloor(name, name), scope);
  await a.evaluate((count) => window.syncBench.floorWriteRecords(count), records);
  await a.evaluate(() => window.syncBench.sent());
  const push = await a.evaluate(() => window.syncBench.floorPush());
  const { bytes } = await a.evaluate(() => window.syncBench.sent());
  const pull = await b.evaluate(() => window.syncBench.floorPull());
  await a.evaluate((count) => window.syncBench.floorEdit('A', count), records);
  await b.evaluate((count) => window.syncBench.floorEdit('B', count), records);
  let converge = 0;
  for (const page of [a, b, a]) converge += await page.evaluate(() => window.syncBench.floorPushEdits());
  const opened = await times(openings, () => a.evaluate(() => window.syncBench.floorOpen()));
  return { write: percentile(writes, 95), push, bytes, pull, converge, open: median(opened) };
}

const open = (page: Page, name: string, person: string, visit: string): Promise<void> => page.evaluate(([db, who, of]) => window.syncBench.openTablet(db, who, of), [name, person, visit] as const);
const sync = (page: Page): Promise<number> => page.evaluate(() => window.syncBench.sync());

async function times(count: number, work: () => Promise<number>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let at = 0; at < count; at++) all.push(await work());
  return all;
}
