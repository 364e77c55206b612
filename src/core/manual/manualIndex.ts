import type { Bullet, Chapter, Edition, Standard, Topic } from './edition.ts';
import { sortByNumber } from './standardNumber.ts';
import { walkBullets } from './standardItems.ts';

export type StandardPlace = {
  readonly standard: Standard;
  readonly topic: Topic;
  readonly chapter: Chapter;
  /** From 0, in the order of the whole manual. */
  readonly position: number;
};

/** An edition made ready for looking up. Ids are looked up in maps: a manual may well call something `__proto__`. */
export type ManualIndex = {
  readonly edition: Edition;
  /** The chapters with their topics and standards in the order of screens. */
  readonly chapters: readonly Chapter[];
  /** Every standard, reserved ones too, in that order. */
  readonly standards: readonly Standard[];
  readonly placeById: ReadonlyMap<string, StandardPlace>;
  readonly bulletById: ReadonlyMap<string, { readonly bullet: Bullet; readonly standard: Standard }>;
};

/** Indexes an edition once; numbers sort by component among siblings that all have one (`sortByNumber`). */
export function indexEdition(edition: Edition): ManualIndex {
  const chapters = sortByNumber(edition.chapters, numberOf).map((chapter) => ({
    ...chapter,
    topics: sortByNumber(chapter.topics, numberOf).map((topic) => ({ ...topic, standards: sortByNumber(topic.standards, numberOf) })),
  }));
  const standards: Standard[] = [];
  const placeById = new Map<string, StandardPlace>();
  const bulletById = new Map<string, { readonly bullet: Bullet; readonly standard: Standard }>();
  for (const chapter of chapters) {
    for (const topic of chapter.topics) {
      for (const standard of topic.standards) {
        placeById.set(standard.id, { standard, topic, chapter, position: standards.length });
        standards.push(standard);
        for (const { bullet } of walkBullets(standard)) bulletById.set(bullet.id, { bullet, standard });
      }
    }
  }
  return { edition, chapters, standards, placeById, bulletById };
}

export const standardById = (index: ManualIndex, id: string): Standard | undefined => index.placeById.get(id)?.standard;

/** The standard after this one in the manual, across topics and chapters. */
export const nextStandard = (index: ManualIndex, id: string): Standard | undefined => neighbour(index, id, 1);

export const previousStandard = (index: ManualIndex, id: string): Standard | undefined => neighbour(index, id, -1);

function neighbour(index: ManualIndex, id: string, step: 1 | -1): Standard | undefined {
  const place = index.placeById.get(id);
  return place === undefined ? undefined : index.standards[place.position + step];
}

function numberOf(item: { readonly number: string }): string {
  return item.number;
}
