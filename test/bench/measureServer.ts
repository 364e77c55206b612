import { gzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { visitScope } from '#core/op/scope.ts';
import { syncAnswer } from '#core/protocol/wire.ts';
import { createSigningTablet } from '#server/demo/signingTablet.ts';
import { figure, type Figure } from './figure.ts';
import { percentile } from './percentile.ts';
import type { BenchVisit } from './server/prepareData.ts';
import type { SyncPlace } from './syncPlace.ts';
import { changeOfRecord } from './workload/workChanges.ts';
import { workRecords } from './workload/visitWork.ts';

const MEMORY_LIMIT_MIB = 200;

/**
 * Every tablet pushes at the same moment, two of them in each visit, and is answered with what the other has pushed; and so many bare inserts of the
 * same rows, at the same moment too.
 */
export async function measureServer({ product, floor }: SyncPlace, visits: readonly BenchVisit[], opsEach: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const records = workRecords(opsEach);
  const pushes: (() => Promise<number>)[] = [];
  for (const { visit, leader, advisor } of visits) {
    for (const { userId, token } of [leader, advisor]) {
      const tablet = createSigningTablet({
        userId, ids: { nowMs: () => Date.now(), randomBytes: (count) => new Uint8Array(randomBytes(count)) }, timeZone: 'America/Hermosillo', nextLamport: () => 1,
      });
      const headers = { cookie: `cotejo_session=${token}`, 'content-type': 'application/json' };
      const registered = await fetch(`${product.url}/api/devices`, { method: 'POST', headers, body: JSON.stringify({ device: tablet.device, publicKey: tablet.publicKey }) });
      if (!registered.ok) throw new Error(`not registered: ${registered.status}`);
      // What every tablet has done before it works: it knows its scopes, and has what was there.
      const first = await fetch(`${product.url}/api/sync`, { method: 'POST', headers, body: JSON.stringify(tablet.request([])) });
      const { epoch, scopes } = v.parse(syncAnswer, await first.json());
      const cursors = Object.fromEntries(scopes.map((one) => [one.scope, one.count ?? 0]));
      const { batch, ...rest } = tablet.request(records.map((record) => tablet.seal({ ...changeOfRecord(visitScope(visit), record), entityId: crypto.randomUUID() })), { epoch, cursors });
      if (!batch) throw new Error('nothing to push');
      // As a tablet pushes: without the hashes, which the server recomputes.
      const { hashes: _hashes, ...signed } = batch;
      const body = gzipSync(JSON.stringify({ ...rest, batch: signed }));
      pushes.push(() => timed(`${product.url}/api/sync`, { method: 'POST', headers: { ...headers, 'content-encoding': 'gzip' }, body }));
    }
  }
  say(`Server: ${pushes.length} tablets push ${opsEach} ops each at once …`);
  const bodies = pushes.map(() => gzipSync(JSON.stringify(records.map((record) => ({ ...record, id: crypto.randomUUID() })))));
  const bare = await Promise.all(bodies.map((body) => timed(`${floor.url}/rows?scope=server`, { method: 'POST', headers: { 'content-encoding': 'gzip' }, body })));
  const here = await Promise.all(pushes.map((push) => push()));
  return [
    figure(`server.${pushes.length}tablets`, percentile(here, 95), 'ms', percentile(bare, 95)),
    figure(`server.${pushes.length}tablets.memory`, product.peakBytes() / 1024 / 1024, 'MiB', MEMORY_LIMIT_MIB),
  ];
}

async function timed(url: string, init: RequestInit): Promise<number> {
  const startMs = performance.now();
  const answer = await fetch(url, init);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${body.slice(0, 200)}`);
  return performance.now() - startMs;
}
