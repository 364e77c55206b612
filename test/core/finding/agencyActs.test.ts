import { expect, test } from 'vitest';
import { agencyFindingOf, isOverdue, type AgencyFinding } from '#core/finding/agencyFinding.ts';
import { agencyStepOf } from '#core/finding/agencyStep.ts';
import { decisionChange, possibleDecisions } from '#core/finding/decisionChange.ts';
import { submissionChange } from '#core/finding/submissionChange.ts';
import { localDate } from '#core/visit/localDate.ts';
import { LUCIA, MARTA, makeFakeWorkspace, type FakeWorkspace } from '#test/client/makeFakeWorkspace.ts';
import { AGENCY, answers, FINDING, handOver, photoFields, written } from './aVisitWithFindings.ts';

function handedOver(): FakeWorkspace {
  const workspace = makeFakeWorkspace({ written });
  handOver(workspace);
  return workspace;
}

function findingOf(workspace: FakeWorkspace): AgencyFinding {
  const finding = agencyFindingOf(workspace.state(AGENCY), FINDING);
  if (!finding) throw new Error('not handed over');
  return finding;
}

const submits = submissionChange(AGENCY, FINDING, { note: ' Adjunto el oficio. ', noteLanguage: 'es', photos: ['p1/u1'] });

test('a submission is one append-only record that names the chosen photos', () => {
  expect(submits).toEqual({
    scope: AGENCY, entity: 'submission', entityId: null, set: { finding: FINDING, note: 'Adjunto el oficio.', noteLang: 'es', 'photo.p1/u1': true },
  });
});

test('a decision names every submission and decision that stood on the screen', () => {
  const workspace = handedOver();
  const [first] = workspace.arrive(LUCIA.id, [submits]);
  const decision = decisionChange(AGENCY, findingOf(workspace), { value: 'returned', note: 'Falta la firma.', noteLanguage: 'es' });
  expect(decision.saw).toEqual([first?.id]);
  expect(decision.entityId).toBeNull();
  workspace.arrive(MARTA.id, [decision]);
  expect(findingOf(workspace).state).toMatchObject({ kind: 'state', value: 'returned' });
});

test('a submission that the decision never saw is still to be verified', () => {
  const workspace = handedOver();
  workspace.arrive(LUCIA.id, [submits]);
  const seenBefore = findingOf(workspace);
  workspace.arrive(LUCIA.id, [submits]);
  workspace.arrive(MARTA.id, [decisionChange(AGENCY, seenBefore, { value: 'closed', note: '', noteLanguage: 'es' })]);
  expect(findingOf(workspace).state).toMatchObject({ kind: 'state', value: 'evidence_submitted' });
});

test('two decisions made without seeing each other are both shown, and one more settles them', () => {
  const workspace = handedOver();
  const before = findingOf(workspace);
  const words = { note: 'x', noteLanguage: 'es' } as const;
  workspace.arrive(MARTA.id, [decisionChange(AGENCY, before, { ...words, value: 'closed' }), decisionChange(AGENCY, before, { ...words, value: 'returned' })]);
  expect(findingOf(workspace).state).toMatchObject({ kind: 'conflict', decisions: [{ value: 'closed' }, { value: 'returned' }] });
  expect(possibleDecisions(findingOf(workspace))).toHaveLength(4);
  workspace.arrive(MARTA.id, [decisionChange(AGENCY, findingOf(workspace), { ...words, value: 'closed' })]);
  expect(findingOf(workspace).state).toMatchObject({ kind: 'state', value: 'verified_closed' });
  expect(possibleDecisions(findingOf(workspace))).toEqual(['reopened']);
});

test('a gap is overdue by the agency’s own calendar: at midnight in the capital it is still yesterday in Hermosillo', () => {
  const finding = findingOf(handedOver());
  const midnightInMexicoCity = Date.parse('2026-11-27T06:00:00Z');
  expect(isOverdue(finding, localDate(midnightInMexicoCity, 'America/Mexico_City'))).toBe(true);
  expect(isOverdue(finding, localDate(midnightInMexicoCity, 'America/Hermosillo'))).toBe(false);
});

test('the agency is told one next step at a time, from reading to waiting', () => {
  const workspace = handedOver();
  const step = (unsent = 0) => agencyStepOf(findingOf(workspace), unsent);
  expect(step()).toBe('answer');
  workspace.arrive(LUCIA.id, [answers({ 'answer.value': 'accepted' })]);
  expect(step()).toBe('name-who');
  workspace.arrive(LUCIA.id, [answers({ 'answer.responsible': 'Of. Ramos' })]);
  expect(step()).toBe('attach');
  expect(step(1)).toBe('send');
  workspace.arrive(LUCIA.id, [{ scope: AGENCY, entity: 'proofPhoto', entityId: `018f0000-0000-7000-8000-00000000a001/${LUCIA.id}`, set: { ...photoFields, finding: FINDING } }, submits]);
  expect(step()).toBe('wait-review');
  workspace.arrive(MARTA.id, [decisionChange(AGENCY, findingOf(workspace), { value: 'returned', note: 'Falta.', noteLanguage: 'es' })]);
  expect(step()).toBe('fix');
  workspace.arrive(LUCIA.id, [submits]);
  workspace.arrive(MARTA.id, [decisionChange(AGENCY, findingOf(workspace), { value: 'closed', note: '', noteLanguage: 'es' })]);
  expect(step()).toBe('done');
});
