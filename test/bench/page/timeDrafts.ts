import { Dexie } from 'dexie';
import { visitScope } from '#core/op/scope.ts';
import { describeDatabase } from '#client/storage/database/database.ts';
import { draftKey, type Draft } from '#client/storage/drafts/draftStore.ts';
import { openDrafts } from '#client/storage/drafts/dexieDrafts.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { prng } from '#test/simulation/prng.ts';
import { VISIT } from '#test/bench/workload/benchPeople.ts';
import { prose } from '#test/bench/workload/prose.ts';
import { pause } from './pause.ts';

export type DraftTimes = { readonly product: readonly number[]; readonly floor: readonly number[] };

const NOTE_CHARS = 600;
const WARM_UP = 20;
const BETWEEN_WRITES_MS = 5;

/**
 * A note that grows to 600 characters in as many steps as there are writes, each kept as a draft by the product and put as
 * a plain row into a Dexie database of the same durability. Who goes first alternates.
 */
export async function timeDrafts(writes: number): Promise<DraftTimes> {
  const db = describeDatabase('bench-drafts');
  const plain = new Dexie('bench-drafts-plain', { chromeTransactionDurability: 'strict' });
  plain.version(1).stores({ drafts: 'key' });
  const rows = plain.table<Draft, string>('drafts');
  const drafts = await openDrafts(db, rowCipher(await newDataKey()));
  const text = prose(prng(7), 'es', NOTE_CHARS).slice(0, NOTE_CHARS);
  const product: number[] = [];
  const floor: number[] = [];
  const keep = async (draft: Draft): Promise<void> => {
    product.push(await timed(async () => {
      const kept = await drafts.put(draft);
      if (!kept.ok) throw new Error(kept.error.type);
    }));
  };
  const putPlain = async (draft: Draft): Promise<void> => {
    floor.push(await timed(() => rows.put(draft)));
  };
  for (let at = 1; at <= WARM_UP + writes; at++) {
    const draft = draftOf(text.slice(0, Math.ceil((NOTE_CHARS * Math.max(1, at - WARM_UP)) / writes)));
    for (const write of at % 2 === 0 ? [keep, putPlain] : [putPlain, keep]) {
      await write(draft);
      await pause(BETWEEN_WRITES_MS);
    }
  }
  await db.delete();
  await plain.delete();
  return { product: product.slice(WARM_UP), floor: floor.slice(WARM_UP) };
}

const OBSERVATION = '018f0000-0000-7000-8000-00000000b301';

const draftOf = (value: string): Draft => ({
  key: draftKey(visitScope(VISIT), 'observation', OBSERVATION, 'text'),
  scope: visitScope(VISIT), entity: 'observation', entityId: OBSERVATION, field: 'text', value,
  also: { textLang: 'es', code: 'O-MI-001', observedAt: '2026-11-20T18:53:13.000Z', 'standard.4.2.3': true }, base: [], startedAtMs: 1_795_200_000_000,
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
