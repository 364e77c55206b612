import { compareStandardNumbers } from '#core/manual/standardNumber.ts';
import { foldText } from '#core/manual/foldText.ts';
import { isOverdue, isSettled, type AgencyFinding } from './agencyFinding.ts';
import { isOpenGap, needsAnswer } from './needsAnswer.ts';
import { FINDING_STATES, type FindingStateValue } from './values.ts';

/** Where a finding stands in its manual, as printed; `undefined` parts: the chapter is not on this phone. */
export type GapPlace = { readonly number: string; readonly chapter: string; readonly chapterTitle: string } | undefined;

export type Gap = { readonly finding: AgencyFinding; readonly place: GapPlace };

export type GapFilter = 'all' | 'open' | 'overdue' | 'urgent';

/** Whether a gap belongs under a chip. `today`: `YYYY-MM-DD` in the agency's time zone. */
export function isUnder(filter: GapFilter, finding: AgencyFinding, today: string): boolean {
  switch (filter) {
    case 'all': return true;
    case 'open': return isOpenGap(finding);
    case 'overdue': return isOpenGap(finding) && isOverdue(finding, today);
    case 'urgent': return isOpenGap(finding) && (finding.priority === 'high' || finding.priority === 'critical');
  }
}

/** By the start of the number or the code, or by words in any order, without regard to accents. */
export function matchesGap(gap: Gap, query: string): boolean {
  const wanted = foldText(query).trim();
  if (wanted === '') return true;
  if (gap.place?.number.startsWith(wanted)) return true;
  const { code, statement, proofWanted, answer } = gap.finding;
  const text = foldText([code, gap.place?.chapterTitle ?? '', statement.text, proofWanted.text, answer.responsible.text].join(' '));
  return wanted.split(/\s+/).every((word) => text.includes(word));
}

export type GapChapter = { readonly chapter: string; readonly title: string; readonly gaps: readonly Gap[] };

/** Chapters in the order of their numbers; inside, earliest due date first, then number. Gaps without a known place come last. */
export function gapsByChapter(gaps: readonly Gap[]): readonly GapChapter[] {
  const chapters = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const chapter = gap.place?.chapter ?? '';
    const list = chapters.get(chapter);
    if (list) list.push(gap);
    else chapters.set(chapter, [gap]);
  }
  return [...chapters]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : compareStandardNumbers(a, b)))
    .map(([chapter, list]) => ({ chapter, title: list[0]?.place?.chapterTitle ?? '', gaps: list.toSorted(byDueThenNumber) }));
}

const FAR = '9999';

export function byDueThenNumber(a: Gap, b: Gap): number {
  const [left, right] = [a.finding.dueDate ?? FAR, b.finding.dueDate ?? FAR];
  if (left !== right) return left < right ? -1 : 1;
  return compareStandardNumbers(a.place?.number ?? a.finding.code, b.place?.number ?? b.finding.code);
}

export type GapOverview = {
  /** Findings that ask for proof; recommendations and commendations are not counted. */
  readonly total: number;
  readonly settled: number;
  /** In the order of `FINDING_STATES`, without empty ones; a finding with two decisions counts as `conflict`. */
  readonly states: readonly { readonly state: Exclude<FindingStateValue, 'draft'> | 'conflict'; readonly findings: readonly AgencyFinding[] }[];
  /** Open ones with a date, earliest first. */
  readonly due: readonly AgencyFinding[];
};

export function gapOverview(findings: readonly AgencyFinding[]): GapOverview {
  const asked = findings.filter((finding) => needsAnswer(finding.kind));
  const states = [...FINDING_STATES, 'conflict' as const].flatMap((state) => {
    if (state === 'draft') return [];
    const here = asked.filter(({ state: own }) => (own.kind === 'conflict' ? state === 'conflict' : own.value === state));
    return here.length === 0 ? [] : [{ state, findings: here }];
  });
  return {
    total: asked.length,
    settled: asked.filter((finding) => isSettled(finding.state)).length,
    states,
    due: asked.filter((finding) => finding.dueDate && !isSettled(finding.state)).toSorted((a, b) => ((a.dueDate ?? '') < (b.dueDate ?? '') ? -1 : 1)),
  };
}
