import { expect, test } from 'vitest';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { gapOverview, gapsByChapter, isUnder, matchesGap, type Gap } from '#core/finding/gapList.ts';
import { gapNews } from '#core/finding/gapNews.ts';
import { MARTA, makeFakeWorkspace } from '#test/client/makeFakeWorkspace.ts';
import { AGENCY, BARE_FINDING, handOver, VISIT, written } from './aVisitWithFindings.ts';

function gaps(): readonly Gap[] {
  const workspace = makeFakeWorkspace({ written });
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: BARE_FINDING, set: { kind: 'commendation', statement: 'El archivo está al día.' } }]);
  handOver(workspace);
  const place = (standard: string) => (standard === 's423' ? { number: '10.2.3 d', chapter: '10', chapterTitle: 'Bienes e indicios' } : { number: '4.2.4', chapter: '4', chapterTitle: 'Archivo' });
  return agencyFindingsOf(workspace.state(AGENCY)).map((finding) => ({ finding, place: place(finding.standard) }));
}

test('chapter 4 comes before chapter 10, and what has no place yet comes last', () => {
  const [first, second] = gaps();
  const unknown = first && { finding: first.finding, place: undefined };
  expect(gapsByChapter([first, unknown, second].flatMap((gap) => gap ?? [])).map((chapter) => chapter.chapter)).toEqual(['4', '10', '']);
});

test('a gap is found by the start of its number, by its code, and by words without accents in any order', () => {
  const gap = gaps().find(({ finding }) => finding.kind === 'gap');
  const finds = (query: string) => gap && matchesGap(gap, query);
  for (const query of ['10.2', 'h-mi-001', 'BITACORA bodega', '']) expect(finds(query)).toBe(true);
  for (const query of ['2.3', 'archivo']) expect(finds(query)).toBe(false);
});

test('a commendation is never counted as open, overdue or urgent', () => {
  const all = gaps().map((gap) => gap.finding);
  const under = (filter: 'open' | 'overdue' | 'urgent' | 'all', today: string) => all.filter((finding) => isUnder(filter, finding, today)).map((finding) => finding.code);
  expect(under('open', '2026-11-22')).toEqual(['H-MI-001']);
  expect(under('urgent', '2026-11-22')).toEqual(['H-MI-001']);
  expect(under('overdue', '2026-11-26')).toEqual([]);
  expect(under('overdue', '2026-11-27')).toEqual(['H-MI-001']);
  expect(under('all', '2026-11-22')).toHaveLength(2);
  expect(gapOverview(all)).toMatchObject({ total: 1, settled: 0, states: [{ state: 'published' }] });
});

test('twenty gaps handed over at once are one piece of news', () => {
  const news = gapNews(gaps().map((gap) => gap.finding));
  expect(news).toHaveLength(1);
  expect(news[0]).toMatchObject({ what: 'handed_over', by: MARTA.id });
  expect(news[0]?.findings).toHaveLength(2);
});
