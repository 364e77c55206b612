import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agencyFindingOf, agencyFindingsOf, isOverdue } from '#core/finding/agencyFinding.ts';
import { decisionChange, possibleDecisions } from '#core/finding/decisionChange.ts';
import type { FindingState } from '#core/finding/findingState.ts';
import { DECISIONS, type DecisionValue } from '#core/finding/values.ts';
import type { Op } from '#core/op/op.ts';
import { addOps, emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import { AGENCY_SCOPE, aDecision, aHandedOver, anAnswer, aSubmission, FINDING } from '#test/builders/aFinding.ts';
import { inAnyOrder } from '#test/builders/inAnyOrder.ts';
import { anId, anOp, LUCIA } from '#test/builders/opBuilder.ts';
import { sealChange } from '#test/builders/sealChange.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const findingIn = (agency: ScopeState) => {
  const finding = agencyFindingOf(agency, FINDING);
  if (!finding) throw new Error('no finding');
  return finding;
};
const plain = (state: FindingState): string =>
  state.kind === 'state' ? state.value : `conflict of ${state.decisions.map((decision) => decision.value).toSorted().join(' and ')}`;
const stateIn = (...ops: readonly Op[]): string => plain(findingIn(stateOf(...ops)).state);
/** The team leader decides on what this tablet shows. */
const decided = (agency: ScopeState, value: DecisionValue): Op =>
  sealChange(decisionChange(AGENCY_SCOPE, findingIn(agency), { value, note: 'Falta el turno de noche', noteLanguage: 'es' }), agency, LUCIA);

const handed = aHandedOver();

describe('the state of a finding', () => {
  test('[F4] handed over, answered, submitted, returned, submitted again, closed, reopened', () => {
    let agency = stateOf(handed);
    const states = [plain(findingIn(agency).state)];
    const step = (op: Op): void => {
      agency = addOps(agency, [op]);
      states.push(plain(findingIn(agency).state));
    };
    step(anAnswer({ 'answer.value': 'accepted' }));
    step(aSubmission());
    step(decided(agency, 'returned'));
    step(aSubmission());
    step(decided(agency, 'closed'));
    step(decided(agency, 'reopened'));
    step(decided(agency, 'accepted_risk'));
    expect(states).toEqual(['published', 'in_progress', 'evidence_submitted', 'returned', 'evidence_submitted', 'verified_closed', 'reopened', 'accepted_risk']);
  });

  test.each([
    ['answer.value', 'accepted'], ['answer.value', 'declined'], ['answer.value', 'disputed'], ['answer.comment', 'Ya'],
    ['answer.responsible', 'Cmte. Ruiz'], ['answer.dueDate', '2027-01-01'],
  ])('[F4] %s = %s is an answer: in progress', (field, value) => {
    expect(stateIn(handed, anAnswer({ [field]: value }))).toBe('in_progress');
  });

  test('[F4] an answer that was taken back is none', () => {
    expect(stateIn(handed, anAnswer({ 'answer.value': 'none', 'answer.comment': '' }))).toBe('published');
  });

  test('[F4] two forged decisions that name each other are both shown, and neither vanishes', () => {
    const [one, two] = [aDecision('closed'), aDecision('returned')];
    const forged = (op: Op, other: Op): Op => anOp({ ...op, lamport: 1_000, saw: [other.id] });
    expect(stateIn(handed, forged(one, two), forged(two, one))).toBe('conflict of closed and returned');
  });

  test('[F4] proof that the decider had not seen waits for review, and proof that was seen does not', () => {
    const [seen, unseen] = [aSubmission(), aSubmission()];
    expect(stateIn(handed, seen, aDecision('closed', [seen.id]))).toBe('verified_closed');
    expect(stateIn(handed, seen, unseen, aDecision('closed', [seen.id]))).toBe('evidence_submitted');
  });

  test('[F4] two decisions that did not see each other and differ are a conflict, shown until one more decides', () => {
    const proof = aSubmission();
    const [closed, returned] = [aDecision('closed', [proof.id]), aDecision('returned', [proof.id])];
    expect(stateIn(handed, proof, closed, returned)).toBe('conflict of closed and returned');
    expect(possibleDecisions(findingIn(stateOf(handed, proof, closed, returned)))).toEqual(DECISIONS);
    const last = decided(stateOf(handed, proof, closed, returned), 'returned');
    expect(stateIn(handed, proof, closed, returned, last)).toBe('returned');
  });

  test('[F4] a conflict stays seen when proof arrives besides', () => {
    expect(stateIn(handed, aDecision('closed'), aDecision('returned'), aSubmission())).toBe('conflict of closed and returned');
  });

  test('[F4] the same decision taken twice is no conflict, and what either saw was seen', () => {
    const [one, two] = [aSubmission(), aSubmission()];
    expect(stateIn(handed, one, two, aDecision('closed', [one.id]), aDecision('closed', [two.id]))).toBe('verified_closed');
  });

  test('[F4] what belongs to another finding changes nothing', () => {
    expect(stateIn(handed, aSubmission({ finding: anId() }))).toBe('published');
    const other = { ...aDecision('closed'), set: { finding: anId(), value: 'closed' } };
    expect(stateIn(handed, other)).toBe('published');
  });

  test('[F4] a decision of a word that only a newer build knows leaves the finding as before it', () => {
    expect(stateIn(handed, aSubmission(), aDecision('half_closed'))).toBe('evidence_submitted');
  });

  test('[F4] a decision names all that stood on the screen, and an empty note is not written', () => {
    const [proof, before] = [aSubmission(), aDecision('returned')];
    const change = decisionChange(AGENCY_SCOPE, findingIn(stateOf(handed, proof, before)), { value: 'closed', note: '  ', noteLanguage: 'es' });
    expect(change).toEqual({ scope: AGENCY_SCOPE, entity: 'decision', entityId: null, set: { finding: FINDING, value: 'closed' }, saw: [proof.id, before.id].sort() });
  });

  test('[F4] any order of arrival gives the same state', () => {
    fc.assert(
      fc.property(aReview().chain((ops) => fc.tuple(fc.constant(ops), inAnyOrder(ops))), ([ops, shuffled]) => {
        let oneByOne = emptyScopeState;
        for (const op of shuffled) oneByOne = addOps(oneByOne, [op]);
        expect(findingIn(oneByOne).state).toEqual(findingIn(stateOf(...ops)).state);
      }),
      { numRuns: 300 },
    );
  });

  test('[F4] a decider who has everything always ends a conflict, and leaves nothing waiting', () => {
    fc.assert(
      fc.property(aReview(), fc.constantFrom(...DECISIONS), (ops, value) => {
        const agency = stateOf(...ops);
        const last = decided(agency, value);
        expect(findingIn(addOps(agency, [last])).state).toMatchObject({ kind: 'state', standing: { id: last.id, value } });
      }),
    );
  });
});

describe('a date that has passed', () => {
  const due = (...ops: readonly Op[]) => findingIn(stateOf(aHandedOver({ dueDate: '2026-11-22' }), ...ops));

  test('is overdue from the day after, and not on the day', () => {
    expect(isOverdue(due(), '2026-11-22')).toBe(false);
    expect(isOverdue(due(), '2026-11-23')).toBe(true);
    expect(isOverdue(due(), '2026-12-01')).toBe(true);
  });

  test('is not overdue once closed or accepted, and again when reopened', () => {
    for (const value of ['closed', 'accepted_risk'] as const) expect(isOverdue(due(aDecision(value)), '2027-01-01')).toBe(false);
    for (const value of ['returned', 'reopened'] as const) expect(isOverdue(due(aDecision(value)), '2027-01-01')).toBe(true);
    expect(isOverdue(due(aSubmission()), '2027-01-01')).toBe(true);
    expect(isOverdue(due(aDecision('closed'), aDecision('returned')), '2027-01-01')).toBe(true);
  });

  test('without a date nothing is overdue', () => {
    expect(isOverdue(findingIn(stateOf(handed)), '2099-01-01')).toBe(false);
  });
});

test('an answer that arrives before the finding itself waits unseen, and is there when it comes', () => {
  const answer = anAnswer({ 'answer.value': 'accepted' });
  const early = stateOf(answer);
  expect(agencyFindingsOf(early)).toEqual([]);
  expect(agencyFindingOf(early, FINDING)).toBeUndefined();
  expect(findingIn(addOps(early, [handed]))).toMatchObject({ code: 'H-MR-001', answer: { value: 'accepted' } });
});

/** Submissions, answers and decisions of two tablets of the team that now and then meet. A step is [tablet, what]. */
function aReview(): fc.Arbitrary<readonly Op[]> {
  const step = fc.tuple(fc.constantFrom<0 | 1>(0, 1), fc.constantFrom('submit', 'answer', 'meet', ...DECISIONS));
  return fc.array(step, { maxLength: 12 }).map((steps) => {
    const tablets: [ScopeState, ScopeState] = [stateOf(handed), stateOf(handed)];
    const ops: Op[] = [handed];
    for (const [tablet, what] of steps) {
      if (what === 'meet') {
        for (const each of [0, 1] as const) tablets[each] = addOps(tablets[each], ops);
        continue;
      }
      const op = what === 'submit' ? aSubmission() : what === 'answer' ? anAnswer({ 'answer.comment': 'Ya' }) : decided(tablets[tablet], what);
      ops.push(op);
      tablets[tablet] = addOps(tablets[tablet], [op]);
    }
    return ops;
  });
}
