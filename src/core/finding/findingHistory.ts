import { readOneOf } from '#core/op/readField.ts';
import type { Op } from '#core/op/op.ts';
import { entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { ANSWERS, DECISIONS, type Answer, type DecisionValue } from './values.ts';

export type FindingAct =
  | 'drafted' | 'edited' | 'deleted' | 'kept' | 'handed_over' | 'handed_over_again' | 'answered' | 'attached' | 'detached' | 'submitted' | 'decided';

/** What an act touched, in the words of screens. */
export const FINDING_PARTS = [
  'kind', 'statement', 'bullets', 'reasons', 'proofWanted', 'priority', 'dueDate', 'photos', 'answer', 'comment', 'responsible', 'answerDate',
] as const;
export type FindingPart = (typeof FINDING_PARTS)[number];

export type FindingEvent = {
  /** The op's id; of the last one where several writings of one person in a row are one entry. */
  readonly key: string;
  readonly act: FindingAct;
  readonly actor: string;
  /** ISO 8601 UTC, as the author's tablet said. */
  readonly at: string;
  readonly parts: readonly FindingPart[];
  readonly answer?: Answer;
  readonly decision?: DecisionValue;
  readonly note?: string;
  readonly noteLanguage?: 'es' | 'en';
};

type Dated = FindingEvent & { readonly timeMs: number; readonly lamport: number };

/**
 * Who did what and when, newest first, from the ops themselves: nothing is ever taken out. `visit` is left out where the
 * reader is the agency: then only what its own scope holds. Order is by each tablet's corrected clock, since counters of
 * two scopes do not compare; nothing is decided by it.
 */
export function findingHistory(findingId: string, agency: ScopeState, visit?: ScopeState): readonly FindingEvent[] {
  const events = [
    ...(visit ? [...draftEvents(visit, findingId), ...publicationEvents(visit, findingId)] : []),
    ...agencyEvents(agency, findingId, visit === undefined),
    ...recordsOf(agency, 'proofPhoto', findingId).flatMap(proofEvents),
    ...recordsOf(agency, 'submission', findingId).flatMap(submissionEvents),
    ...recordsOf(agency, 'decision', findingId).flatMap(decisionEvents),
  ].sort(byTime);
  return inOneBreath(events).toReversed();
}

function event(op: Op, act: FindingAct, more: Partial<FindingEvent> = {}): Dated {
  return { key: op.id, act, actor: op.actor, at: op.at, parts: [], ...more, timeMs: Date.parse(op.at) - (op.skewMs ?? 0), lamport: op.lamport };
}

function draftEvents(visit: ScopeState, id: string): readonly Dated[] {
  const ops = entityOf(visit, 'finding', id)?.ops ?? [];
  return ops.map((op, i) => {
    if (op.set['deleted'] === true) return event(op, 'deleted');
    if (op.set['deleted'] === false && Object.keys(op.set).length === 1) return event(op, 'kept');
    return event(op, i === 0 ? 'drafted' : 'edited', { parts: partsOf(op) });
  });
}

function publicationEvents(visit: ScopeState, id: string): readonly Dated[] {
  const ops = recordsOf(visit, 'publication', id).flatMap((entity) => entity.ops).sort((a, b) => a.lamport - b.lamport || (a.id < b.id ? -1 : 1));
  return ops.map((op, i) => event(op, i === 0 ? 'handed_over' : 'handed_over_again'));
}

/** Ops of the finding in the agency's scope. The team reads its hand-overs from its own publications instead. */
function agencyEvents(agency: ScopeState, id: string, withHandOvers: boolean): readonly Dated[] {
  const ops = entityOf(agency, 'finding', id)?.ops ?? [];
  const isAnswer = (op: Op): boolean => Object.keys(op.set).every((field) => field.startsWith('answer.'));
  const first = ops.find((op) => !isAnswer(op));
  return ops.flatMap((op) => {
    if (!isAnswer(op)) return withHandOvers ? [event(op, op === first ? 'handed_over' : 'handed_over_again', { parts: op === first ? [] : partsOf(op) })] : [];
    const answer = ANSWERS.find((value) => value === op.set['answer.value']);
    return [event(op, 'answered', { parts: partsOf(op), ...(answer ? { answer } : {}) })];
  });
}

const proofEvents = (entity: EntityState): readonly Dated[] =>
  entity.ops.map((op) => event(op, op.set['deleted'] === true ? 'detached' : 'attached'));

const submissionEvents = (entity: EntityState): readonly Dated[] => entity.ops.map((op) => event(op, 'submitted', noteOf(op)));

function decisionEvents(entity: EntityState): readonly Dated[] {
  const decision = readOneOf(entity, 'value', DECISIONS);
  return entity.ops.map((op) => event(op, 'decided', { ...noteOf(op), ...(decision ? { decision } : {}) }));
}

function noteOf(op: Op): Partial<FindingEvent> {
  const note = op.set['note'];
  const language = op.set['noteLang'];
  return {
    ...(typeof note === 'string' && note !== '' ? { note } : {}),
    ...(language === 'es' || language === 'en' ? { noteLanguage: language } : {}),
  };
}

function recordsOf(state: ScopeState, entity: string, findingId: string): readonly EntityState[] {
  return [...state.entities.values()].filter((candidate) => candidate.entity === entity && candidate.ops.some((op) => op.set['finding'] === findingId));
}

const PART_OF: Readonly<Record<string, FindingPart>> = {
  kind: 'kind', statement: 'statement', bullet: 'bullets', reason: 'reasons', proofWanted: 'proofWanted', harm: 'priority', extent: 'priority',
  priority: 'priority', dueDate: 'dueDate', photo: 'photos', 'answer.value': 'answer', 'answer.comment': 'comment',
  'answer.responsible': 'responsible', 'answer.dueDate': 'answerDate',
};

function partsOf(op: Op): readonly FindingPart[] {
  const touched = new Set(Object.keys(op.set).map((field) => PART_OF[/^(bullet|reason|photo)\./.exec(field)?.[1] ?? field]));
  return FINDING_PARTS.filter((part) => touched.has(part));
}

const byTime = (a: Dated, b: Dated): number => a.timeMs - b.timeMs || a.lamport - b.lamport || (a.key < b.key ? -1 : 1);

const BREATH_MS = 15 * 60 * 1000;

/** Screens save by themselves at every pause: writings of one person in a row, under 15 minutes apart, are one entry. */
function inOneBreath(events: readonly Dated[]): readonly Dated[] {
  const joined: Dated[] = [];
  for (const next of events) {
    const last = joined.at(-1);
    const goesOn = last && last.actor === next.actor && next.timeMs - last.timeMs <= BREATH_MS && isSameWriting(last.act, next.act);
    if (!goesOn) joined.push(next);
    else joined[joined.length - 1] = { ...last, ...next, act: last.act, parts: FINDING_PARTS.filter((part) => last.parts.includes(part) || next.parts.includes(part)) };
  }
  return joined;
}

function isSameWriting(last: FindingAct, next: FindingAct): boolean {
  if (next === 'edited') return last === 'edited' || last === 'drafted';
  return last === next && (next === 'answered' || next === 'attached');
}
