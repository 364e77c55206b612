import type { Chapter } from '#core/manual/edition.ts';
import type { EditionFile } from '#core/manual/editionFiles.ts';
import { standardItems } from '#core/manual/standardItems.ts';
import type { Op } from '#core/op/op.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import { RESULTS } from '#core/rating/values.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { NO_EVIDENCE } from '#core/visit/evidence.ts';
import type { ListItem } from '#client/features/rate-standards/listItems.ts';
import { LEADER } from '#test/bench/workload/benchPeople.ts';
import type { PlainTablet } from './plainTablet.ts';

/**
 * One bulk read, JSON parsed, and the items of a list with the last result that the person gave: no merge, no check, no
 * second language, no evidence.
 */
export async function readPlainTablet(db: PlainTablet): Promise<readonly ListItem[]> {
  const rows = await db.rows.toArray();
  const results = new Map<string, unknown>();
  const chapters: Chapter[] = [];
  let edition = '';
  for (const { table, text } of rows) {
    const row: unknown = JSON.parse(text);
    switch (table) {
      case 'outbox': noteResult(results, (row as { readonly op: Op }).op); break;
      case 'segments': for (const op of (row as { readonly ops: readonly Op[] }).ops) noteResult(results, op); break;
      case 'manuals': {
        const stored = row as { readonly kind: string; readonly edition: string; readonly file: EditionFile };
        if (stored.kind !== 'chapter') break;
        const { chapter } = JSON.parse(stored.file.json) as { readonly chapter: Chapter };
        edition = stored.edition;
        if (stored.file.language === 'es') chapters.push(chapter);
      }
    }
  }
  return chapters.sort((a, b) => Number(a.number) - Number(b.number)).flatMap((chapter): readonly ListItem[] => {
    const standards = chapter.topics.flatMap((topic) => topic.standards.map((standard) => ({ topic, standard })));
    return [
      { kind: 'heading', key: chapter.id, number: chapter.number, title: chapter.title, done: 0, total: standards.length },
      ...standards.map(({ topic, standard }): ListItem => ({
        kind: 'row', key: standard.id, row: plainOverview({ standard, topic, chapter, position: 0 }, results.get(ratingKey(edition, standard.id, LEADER))),
      })),
    ];
  });
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
