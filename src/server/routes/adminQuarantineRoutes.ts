import * as v from 'valibot';
import { releaseRequest, type adminQuarantine, type ClonedTablet, type QuarantinedRecord } from '#core/admin/adminApi.ts';
import { err, ok } from '#core/result.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { adminRoute } from '#server/http/roleRoute.ts';
import type { CounterAlarm, QuarantinedOp } from '#server/store/opTables.ts';
import { releaseQuarantined } from '#server/sync/releaseQuarantined.ts';
import type { Device } from '#server/store/peopleTables.ts';

/** Shown at once; the count says how many more there are. */
const RECORDS_SHOWN = 500;

/** `GET /api/admin/quarantine`: kind, author, time and size of what was refused, and tablets that were copied. Never what anybody wrote. */
export const listQuarantine = (deps: RouteDeps) => adminRoute(deps, v.strictObject({}), async ({ tx }) => {
  const { ops, count } = await tx.ops.latestQuarantined(RECORDS_SHOWN);
  const devices = new Map((await tx.people.devices()).map((device) => [device.id, device]));
  const answer: v.InferOutput<typeof adminQuarantine> = { records: ops.map(shown), count, cloned: clonedTablets(await tx.ops.alarms(), devices) };
  return ok(answer);
});

/** `POST /api/admin/quarantine/release`: what its author may write now is delivered, with the proof that came with it; anything else stays. */
export const releaseRoute = (deps: RouteDeps) => adminRoute(deps, releaseRequest, async ({ tx, input, by }) => {
  const released = await releaseQuarantined(tx, { ...input, by: by.actor, atMs: by.atMs });
  if (released.ok) return ok(undefined);
  return err(released.error.type === 'not-in-quarantine' ? 'not-found' : 'still-refused');
});

/** A refused op lies with the proof that came with it; one that was held lies as it was stored. */
const told = { scope: v.string(), entity: v.string(), at: v.string(), actor: v.optional(v.string()), device: v.optional(v.string()) };
const stored = v.union([
  v.object({ op: v.object(told), proof: v.nullish(v.object({ actor: v.string(), device: v.string() })) }),
  v.pipe(v.object(told), v.transform((op) => ({ op, proof: undefined }))),
]);

function shown({ id, h, reason, field, body, receivedAt, receivedFrom }: QuarantinedOp): QuarantinedRecord {
  const { op, proof } = v.parse(stored, JSON.parse(body));
  return {
    id, h, reason, field, scope: op.scope, kind: op.entity, author: proof?.actor ?? op.actor ?? '', device: proof?.device ?? op.device ?? '',
    writtenAt: op.at, receivedAt, receivedFrom, sizeBytes: Buffer.byteLength(body),
  };
}

function clonedTablets(alarms: readonly CounterAlarm[], devices: ReadonlyMap<string, Device>): ClonedTablet[] {
  const byDevice = new Map<string, ClonedTablet>();
  for (const { device, at } of alarms) {
    const known = byDevice.get(device);
    const user = devices.get(device)?.userId;
    byDevice.set(device, {
      device, times: (known?.times ?? 0) + 1, lastAt: known && known.lastAt > at ? known.lastAt : at, ...(user === undefined ? {} : { user }),
    });
  }
  return [...byDevice.values()];
}
