import { hexOf } from '#core/bytes.ts';
import { entitiesOf, entityOf, viewField } from '#core/op/scopeState.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { readObservation } from '#core/visit/observation.ts';
import { draftKey, type Draft } from '#client/storage/drafts/draftStore.ts';
import { openDrafts } from '#client/storage/drafts/dexieDrafts.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { postponedFor } from '#client/sync/postponed.ts';
import { uploadFiles } from '#client/sync/uploadFiles.ts';
import { changeOfEdit, changeOfRecord, FIELD_OF } from '#test/bench/workload/workChanges.ts';
import { lastValues, workEdits, workPhoto, workRecords, type LastValues, type WorkEdit } from '#test/bench/workload/visitWork.ts';
import { countFetch, sentSince, type Sent } from './countedFetch.ts';
import { openFloor, type Floor } from './floor.ts';
import { showList } from './showList.ts';
import { openTablet, tidy, type BenchTablet } from './tablet.ts';

/** A sync every 15 seconds. */
const ROUNDS_A_MINUTE = 4;
const KEYS_A_ROUND = 10;

countFetch();
let tablet: BenchTablet | undefined;
let floor: Floor | undefined;

const theTablet = (): BenchTablet => tablet ?? fail('no tablet is open');
const theFloor = (): Floor => floor ?? fail('no floor is open');
function fail(why: string): never {
  throw new Error(why);
}

/** ms that a work takes. */
async function timed(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const bench = {
  /** The product's side. */
  openTablet: async (name: string, person: string, visit: string): Promise<void> => {
    tablet?.db.close();
    tablet = await openTablet(name, person, visit);
  },
  /** So many records one by one, ms each. */
  writeOneByOne: async (count: number): Promise<readonly number[]> => {
    const { replica, scope } = theTablet();
    const times: number[] = [];
    for (const record of workRecords(count)) {
      times.push(await timed(async () => {
        const sealed = await replica().seal([changeOfRecord(scope, record)]);
        if (!sealed.ok) fail(sealed.error.type);
      }));
    }
    return times;
  },
  writeRecords: async (count: number): Promise<void> => theTablet().writeMany(workRecords(count).map((record) => changeOfRecord(theTablet().scope, record))),
  writeEdits: async (by: 'A' | 'B', count: number): Promise<void> => theTablet().writeMany(workEdits(by, workRecords(count)).map((edit) => changeOfEdit(theTablet().scope, edit))),
  sync: (): Promise<number> => timed(() => theTablet().sync()),
  /** Waits where the server's limit of requests a minute asks for it. */
  syncPatiently: (): Promise<void> => syncPatiently(theTablet()),
  tidy: async (): Promise<void> => tidy(theTablet()),
  /** From the key to the list. */
  open: (): Promise<number> => timed(async () => {
    await theTablet().reopen();
    const observations = entitiesOf(theTablet().replica().state(theTablet().scope), 'observation').map(readObservation);
    showList(observations.map(({ id, text, observedAt }) => ({ id, title: text.text, at: observedAt })));
  }),
  /** How many observations are here, and how many rows the log has on the disk. */
  counts: async (): Promise<{ readonly observations: number; readonly outbox: number; readonly segments: number }> => {
    const { replica, scope, db } = theTablet();
    return { observations: entitiesOf(replica().state(scope), 'observation').length, outbox: replica().outbox().length, segments: await db.segments.count() };
  },
  /** Of the fields that both wrote, those that show both values; of the records in which they wrote different fields, the fields that are kept. */
  conflicts: async (count: number): Promise<{ readonly sameField: readonly [shown: number, all: number]; readonly otherField: readonly [kept: number, all: number] }> => {
    const records = workRecords(count);
    return judge(theTablet(), lastValues(workEdits('A', records)), lastValues(workEdits('B', records)));
  },
  storePhotos: async (count: number, sizeBytes: number): Promise<void> => {
    for (let at = 0; at < count; at++) {
      const bytes = workPhoto(at, sizeBytes);
      const stored = await theTablet().files.store(theTablet().scope, hexOf(sha256(bytes)), bytes, 'waiting');
      if (!stored.ok) fail(stored.error.type);
    }
  },
  /** Gives the ms, and whether everything is on the server; a cut on the way is no error. */
  upload: async (): Promise<{ readonly ms: number; readonly left: number }> => {
    const ms = await timed(() => uploadAll(theTablet()));
    return { ms, left: (await theTablet().files.waiting()).length };
  },
  /** A minute of a person's day, without its pauses. `minute` decides what is changed. */
  useForAMinute: async (minute: number, photos: number): Promise<void> => {
    const now = theTablet();
    const edits = workEdits('A', workRecords());
    const drafts = await openDrafts(now.db, now.cipher);
    for (let round = 0; round < ROUNDS_A_MINUTE; round++) {
      const edit = edits[(minute * ROUNDS_A_MINUTE + round) % edits.length] ?? fail('no edit');
      for (let key = 1; key <= KEYS_A_ROUND; key++) await drafts.put(draftOf(now.scope, edit, edit.value.slice(0, Math.ceil((edit.value.length * key) / KEYS_A_ROUND))));
      const sealed = await now.replica().seal([changeOfEdit(now.scope, edit)], { drafts: [draftKey(now.scope, 'observation', edit.id, FIELD_OF[edit.field])] });
      if (!sealed.ok) fail(sealed.error.type);
      await syncPatiently(now);
      const observations = entitiesOf(now.replica().state(now.scope), 'observation').map(readObservation);
      showList(observations.map(({ id, text, observedAt }) => ({ id, title: text.text, at: observedAt })));
    }
    for (let photo = 0; photo < photos; photo++) {
      const bytes = workPhoto(minute * 10 + photo);
      const sha = hexOf(sha256(bytes));
      const stored = await now.files.store(now.scope, sha, bytes, 'waiting');
      if (!stored.ok) fail(stored.error.type);
    }
    await uploadAll(now);
    await tidy(now);
  },
  sent: (): Sent => sentSince(),

  /** The limit's side. */
  openFloor: async (name: string, scope: string): Promise<void> => {
    floor?.close();
    floor = await openFloor(name, scope);
  },
  floorWriteOneByOne: async (count: number): Promise<readonly number[]> => {
    const times: number[] = [];
    for (const record of workRecords(count)) times.push(await timed(() => theFloor().put(record)));
    return times;
  },
  floorWriteRecords: async (count: number): Promise<void> => void (await theFloor().rows.bulkPut([...workRecords(count)])),
  floorPush: (): Promise<number> => timed(() => theFloor().push()),
  floorPull: (): Promise<number> => timed(() => theFloor().pull()),
  floorEdit: async (by: 'A' | 'B', count: number): Promise<void> => theFloor().edit(workEdits(by, workRecords(count))),
  floorPushEdits: (): Promise<number> => timed(() => theFloor().pushEdits()),
  floorOpen: (): Promise<number> => timed(async () => showList((await theFloor().rows.toArray()).map(({ id, note, createdAt }) => ({ id, title: note, at: createdAt })))),
  floorPhotos: async (count: number, sizeBytes: number): Promise<number> => {
    const bytes = Array.from({ length: count }, (_, at) => workPhoto(at, sizeBytes));
    return timed(async () => {
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let at = next++; at < bytes.length; at = next++) {
          const answer = await fetch(`/files?name=${at}`, { method: 'PUT', body: bytes[at] ?? null });
          if (!answer.ok) fail(`${answer.status}`);
        }
      };
      await Promise.all([worker(), worker(), worker(), worker()]);
    });
  },
};

const uploadAll = ({ files, api, replica }: BenchTablet) =>
  uploadFiles({ files, api, granted: (scope) => replica().scopes().has(scope), postponed: postponedFor(1_000, Date.now), largeFilesWait: () => false, isWanted: () => false, onMarked: () => undefined });

async function syncPatiently(now: BenchTablet): Promise<void> {
  for (;;) {
    const wait = await now.trySync();
    if (wait === undefined) return;
    await new Promise((resolve) => void setTimeout(resolve, wait * 1_000));
  }
}

const draftOf = (scope: ScopeId, { id, field }: WorkEdit, value: string): Draft => ({
  key: draftKey(scope, 'observation', id, FIELD_OF[field]), scope, entity: 'observation', entityId: id, field: FIELD_OF[field], value, also: {}, base: [], startedAtMs: 1_795_200_000_000,
});

function judge({ replica, scope }: BenchTablet, a: LastValues, b: LastValues) {
  const state = replica().state(scope);
  const [same, other] = [[0, 0], [0, 0]] as [[number, number], [number, number]];
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const entity = entityOf(state, 'observation', id);
    for (const field of ['status', 'note'] as const) {
      const [left, right] = [a.get(id)?.[field], b.get(id)?.[field]];
      const view = viewField(entity, FIELD_OF[field]);
      const shown = view.kind === 'none' ? [] : view.heads.map(({ value }) => value);
      if (left !== undefined && right !== undefined) {
        same[1] += 1;
        if (shown.includes(left) && shown.includes(right)) same[0] += 1;
      } else if ((left !== undefined || right !== undefined) && a.has(id) && b.has(id)) {
        other[1] += 1;
        if (shown.length === 1 && shown[0] === (left ?? right)) other[0] += 1;
      }
    }
  }
  return { sameField: same, otherField: other };
}

export type SyncBench = typeof bench;

declare global {
  interface Window {
    readonly syncBench: SyncBench;
  }
}
Object.assign(window, { syncBench: bench });
