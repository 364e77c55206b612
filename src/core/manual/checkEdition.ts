import { checkIds, type IdPlace } from './checkIds.ts';
import type { Bullet, Edition, Standard } from './edition.ts';
import { MAX_BULLET_LEVELS, NO_COUNTS, type ManualReading } from './manualReading.ts';
import type { ProblemList } from './problemList.ts';

/** What the shape alone cannot say: unique ids, references that lead somewhere, levels of bullets. */
export function checkEdition(edition: Edition, problems: ProblemList): void {
  checkIds(idPlaces(edition), problems);
  const areas = new Set(edition.areas.map((term) => term.id));
  const functions = new Set(edition.functions.map((term) => term.id));
  for (const { standard, pointer } of standardsOf(edition)) {
    for (const [i, area] of standard.areas.entries()) {
      if (!areas.has(area)) problems.error('unknown-area', 0, `${pointer}/areas/${i}`, `The area "${area}" is not among the edition's areas.`);
    }
    const needed = standard.dependsOnFunction;
    if (needed !== undefined && !functions.has(needed)) {
      problems.error('unknown-function', 0, `${pointer}/dependsOnFunction`, `The function "${needed}" is not among the edition's functions.`);
    }
    if (levelsOf(standard.bullets) > MAX_BULLET_LEVELS) {
      problems.error('too-deep', 0, `${pointer}/bullets`, `Bullets are nested deeper than ${MAX_BULLET_LEVELS} levels.`);
    }
  }
  if (standardsOf(edition).length === 0) problems.error('no-standards', 0, '/chapters', 'The file has no standard.');
}

export function countsOfEdition(edition: Edition): ManualReading['counts'] {
  const counts = { ...NO_COUNTS };
  for (const { kind } of idPlaces(edition)) counts[kind]++;
  return counts;
}

type PlacedStandard = { readonly standard: Standard; readonly pointer: string };

function standardsOf(edition: Edition): readonly PlacedStandard[] {
  return edition.chapters.flatMap(({ topics }, c) =>
    topics.flatMap(({ standards }, t) => standards.map((standard, s) => ({ standard, pointer: `/chapters/${c}/topics/${t}/standards/${s}` }))),
  );
}

function idPlaces(edition: Edition): readonly IdPlace[] {
  const place = (id: string, kind: IdPlace['kind'], pointer: string): IdPlace => ({ id, kind, row: 0, column: `${pointer}/id` });
  const bullets = (of: readonly Bullet[], parent: string): readonly IdPlace[] =>
    of.flatMap((bullet, b) => {
      const pointer = `${parent}/bullets/${b}`;
      return [place(bullet.id, 'bullet', pointer), ...bullets(bullet.bullets, pointer)];
    });
  return [
    ...edition.chapters.flatMap((chapter, c) => [
      place(chapter.id, 'chapter', `/chapters/${c}`),
      ...chapter.topics.filter((topic) => topic.implicit !== true).map((topic) => place(topic.id, 'section', `/chapters/${c}/topics/${chapter.topics.indexOf(topic)}`)),
      ...groupsOf(chapter).map(({ id, pointer }) => place(id, 'section', `/chapters/${c}${pointer}`)),
    ]),
    ...standardsOf(edition).flatMap(({ standard, pointer }) => [place(standard.id, 'standard', pointer), ...bullets(standard.bullets, pointer)]),
  ];
}

/** Headings between chapter and topic: each topic below repeats them, so each counts once. */
function groupsOf({ topics }: Edition['chapters'][number]): readonly { readonly id: string; readonly pointer: string }[] {
  const groups = new Map<string, string>();
  const own = new Set(topics.map((topic) => topic.id));
  for (const [t, { above = [] }] of topics.entries()) {
    for (const [g, { id }] of above.entries()) if (!groups.has(id) && !own.has(id)) groups.set(id, `/topics/${t}/above/${g}`);
  }
  return [...groups].map(([id, pointer]) => ({ id, pointer }));
}

function levelsOf(bullets: readonly Bullet[]): number {
  return bullets.reduce((most, bullet) => Math.max(most, 1 + levelsOf(bullet.bullets)), 0);
}
