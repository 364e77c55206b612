import { randomBytes } from 'node:crypto';
import { visitScope } from '#core/op/scope.ts';
import { createSigningTablet } from '#server/demo/signingTablet.ts';
import { figure, type Figure } from './figure.ts';
import { median } from './median.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';
import { changeOfRecord } from './workload/workChanges.ts';
import { workRecords } from './workload/visitWork.ts';

/** Opening a visit whose records came one by one, each in a pull of its own; beside the plain rows. */
export async function measureSinglePulls({ browsers, product, floor }: SyncPlace, { leader, advisor, visit }: BenchVisit, records: number, say: (line: string) => void): Promise<readonly Figure[]> {
  say(`${records} pulls of one op each …`);
  const tablet = createSigningTablet({
    userId: advisor.userId, ids: { nowMs: () => Date.now(), randomBytes: (count) => new Uint8Array(randomBytes(count)) }, timeZone: 'America/Hermosillo', nextLamport: () => 1,
  });
  const headers = { cookie: `cotejo_session=${advisor.token}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown): Promise<void> => {
    // The limits of requests a minute are for tablets.
    for (;;) {
      const answer = await fetch(`${product.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      await answer.text();
      if (answer.ok) return;
      if (answer.status !== 429) throw new Error(`${path}: ${answer.status}`);
      await new Promise((resolve) => void setTimeout(resolve, 1_000));
    }
  };
  await post('/api/devices', { device: tablet.device, publicKey: tablet.publicKey });
  const page = await browsers.page('a', product.url, leader);
  await page.evaluate(([name, person, of]) => window.syncBench.openTablet(name, person, of), [`single-${visit}`, leader.userId, visit] as const);
  for (const record of workRecords(records)) {
    await post('/api/sync', tablet.request([tablet.seal(changeOfRecord(visitScope(visit), record))]));
    await page.evaluate(() => window.syncBench.syncPatiently());
  }
  await page.evaluate(() => window.syncBench.tidy());
  const { observations, segments } = await page.evaluate(() => window.syncBench.counts());
  if (observations !== records) throw new Error(`${observations} of ${records} records have come`);
  say(`  ${segments} rows on the disk`);
  const opened: number[] = [];
  for (let at = 0; at < 7; at++) opened.push(await page.evaluate(() => window.syncBench.open()));
  const plain = await browsers.page('b', floor.url);
  await plain.evaluate((name) => window.syncBench.openFloor(name, name), `single-${visit}`);
  await plain.evaluate((count) => window.syncBench.floorWriteRecords(count), records);
  const bare: number[] = [];
  for (let at = 0; at < 7; at++) bare.push(await plain.evaluate(() => window.syncBench.floorOpen()));
  return [figure(`open.${records}.singlePulls`, median(opened), 'ms', median(bare)), figure('rows.singlePulls', segments, 'rows', 20)];
}
