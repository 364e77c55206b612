import { prng, type Prng } from '#test/simulation/prng.ts';

/** The work that other engines were measured on, number by number: one visit's records, and edits on two tablets that overlap. */
export const WORK = { records: 2_000, editsA: 1_000, editsB: 500, photos: 100, photoBytes: 300_000 } as const;
const SEED = 20_261_122;
const STANDARDS = 600;
const START_MS = Date.UTC(2026, 10, 2, 8);
const EDITS_START_MS = START_MS + 6 * 3_600_000;

/** Thirteen plain fields, about 600 bytes of JSON, one note of about 300 characters. */
export type WorkRecord = {
  readonly id: string; readonly visitId: string; readonly standardId: string; readonly kind: string; readonly status: string; readonly severity: number; readonly area: string;
  readonly note: string; readonly source: string; readonly photoCount: number; readonly createdAt: string; readonly updatedAt: string; readonly updatedBy: string;
};

export type WorkEdit = { readonly id: string; readonly field: 'status' | 'note'; readonly value: string; readonly updatedAt: string; readonly updatedBy: 'A' | 'B' };

const WORDS = ('the service provider shall ensure that each record is kept current and reviewed by a responsible person at planned intervals evidence of cleaning storage temperature staff training hand hygiene '
  + 'equipment maintenance emergency exit fire safety water supply waste segregation patient privacy consent medication labelling expiry audit corrective action follow up observed interview document missing '
  + 'partially complete register signed dated ward kitchen laundry store corridor entrance roof generator fuel stock adequate inadequate visible damaged repaired posted notice board policy procedure').split(' ');

function prose(random: Prng, chars: number): string {
  const first = random.pick(WORDS);
  let text = first.charAt(0).toUpperCase() + first.slice(1);
  while (text.length < chars) text += (random.next() < 0.08 ? '. ' : ' ') + random.pick(WORDS);
  return `${text}.`;
}

function hex(random: Prng, length: number): string {
  let text = '';
  while (text.length < length) text += random.below(16).toString(16);
  return text;
}

const uuid = (random: Prng): string => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
const iso = (ms: number): string => new Date(ms).toISOString();

export function workRecords(count: number = WORK.records): readonly WorkRecord[] {
  const random = prng(SEED ^ 0xa2);
  return Array.from({ length: count }, (_, at) => {
    const createdAt = iso(START_MS + at * 7_000 + random.below(5_000));
    return {
      id: uuid(random), visitId: 'visit-2026-11-02-hq', standardId: `S${String(1 + random.below(STANDARDS)).padStart(4, '0')}`,
      kind: random.pick(['observation', 'interview', 'document', 'measurement']), status: 'open', severity: random.below(5),
      area: random.pick(['ward', 'kitchen', 'laundry', 'pharmacy', 'entrance', 'records-room']), note: prose(random, 290),
      source: random.pick(['on-site', 'remote', 'file-review']), photoCount: random.below(4), createdAt, updatedAt: createdAt, updatedBy: 'A',
    };
  });
}

/** Values differ by tablet, so that whose it is can be told. */
const STATUS = { A: ['met', 'partly-met'], B: ['not-met', 'not-applicable'] } as const;

/** Seven in ten of B's edits fall on a record that A touched. */
export function workEdits(by: 'A' | 'B', records: readonly WorkRecord[]): readonly WorkEdit[] {
  const random = prng(SEED ^ (by === 'A' ? 0xeda : 0xedb));
  const touchedByA = by === 'B' ? [...new Set(workEdits('A', records).map(({ id }) => id))] : undefined;
  return Array.from({ length: by === 'A' ? WORK.editsA : WORK.editsB }, (_, at): WorkEdit => {
    const id = touchedByA && random.next() < 0.7 ? random.pick(touchedByA) : random.pick(records).id;
    const field = random.next() < 0.5 ? 'status' : 'note';
    const value = field === 'status' ? random.pick(STATUS[by]) : `[${by}${at}] ${prose(random, 280)}`;
    return { id, field, value, updatedAt: iso(EDITS_START_MS + at * (by === 'A' ? 5_000 : 10_000) + (by === 'B' ? 2_500 : 0)), updatedBy: by };
  });
}

/** Incompressible bytes with the first bytes of a JPEG. */
export function workPhoto(number: number, sizeBytes: number = WORK.photoBytes): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(sizeBytes / 4));
  let x = (SEED ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0 || 1;
  for (let at = 0; at < words.length; at++) {
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    words[at] = Math.imul(x, 0x9e3779b1);
  }
  const bytes = new Uint8Array(words.buffer).slice(0, sizeBytes);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

export type LastValues = ReadonlyMap<string, Partial<Record<WorkEdit['field'], string>>>;

/** The last value that one tablet gave each field. */
export function lastValues(edits: readonly WorkEdit[]): LastValues {
  const last = new Map<string, Partial<Record<WorkEdit['field'], string>>>();
  for (const { id, field, value } of edits) last.set(id, { ...last.get(id), [field]: value });
  return last;
}
