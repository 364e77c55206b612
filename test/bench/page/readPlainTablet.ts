import type { Chapter, Edition } from '#core/manual/edition.ts';
import type { EditionFile, EditionFilesHead } from '#core/manual/editionFiles.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { standardItems } from '#core/manual/standardItems.ts';
import type { Op } from '#core/op/op.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import { RESULTS } from '#core/rating/values.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { NO_EVIDENCE } from '#core/visit/evidence.ts';
import { LEADER } from '#test/bench/workload/benchPeople.ts';
import type { PlainTablet } from './plainTablet.ts';

/** What the product's list takes; the index has nothing to search in. */
export type PlainList = { readonly index: ManualIndex; readonly rows: readonly StandardOverview[] };

/**
 * One bulk read, JSON parsed, and a row for each standard with the last result that the person gave: no merge, no check,
 * no second language, no evidence, no search.
 */
export async function readPlainTablet(db: PlainTablet): Promise<PlainList> {
  const results = new Map<string, unknown>();
  const chapters: Chapter[] = [];
  let head: EditionFilesHead | undefined;
  for (const { table, text } of await db.rows.toArray()) {
    const row: unknown = JSON.parse(text);
    switch (table) {
      case 'outbox': noteResult(results, (row as { readonly op: Op }).op); break;
      case 'segments': for (const op of (row as { readonly ops: readonly Op[] }).ops) noteResult(results, op); break;
      case 'manuals': {
        const stored = row as { readonly kind: 'head'; readonly head: EditionFilesHead } | { readonly kind: 'chapter'; readonly file: EditionFile };
        if (stored.kind === 'head') head = stored.head;
        else {
          const { chapter } = JSON.parse(stored.file.json) as { readonly chapter: Chapter };
          if (stored.file.language === 'es') chapters.push(chapter);
        }
      }
    }
  }
  if (!head) throw new Error('a manual without its head');
  const edition: Edition = { ...head, chapters: chapters.sort((a, b) => Number(a.number) - Number(b.number)) };
  const rows = edition.chapters.flatMap((chapter) => chapter.topics.flatMap((topic) => topic.standards.map((standard) =>
    plainOverview({ standard, topic, chapter, position: 0 }, results.get(ratingKey(edition.id, standard.id, LEADER))))));
  return { rows, index: { edition, chapters: edition.chapters, standards: [], placeById: new Map(), bulletById: new Map() } };
}

function noteResult(results: Map<string, unknown>, { entity, entityId, set }: Op): void {
  if (entity === 'rating' && 'result' in set) results.set(entityId, set['result']);
}

function plainOverview(place: StandardOverview['place'], value: unknown): StandardOverview {
  const result = RESULTS.find((one) => one === value);
  return {
    place, items: standardItems(place.standard), ratings: [], mine: undefined, applicability: undefined, evidence: NO_EVIDENCE,
    team: result ? { kind: 'settled', settlement: { result, reason: '', by: LEADER, at: '' } } : { kind: 'none' },
  };
}
