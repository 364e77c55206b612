import { expect, test } from 'vitest';
import { agencyFindingOf } from '#core/finding/agencyFinding.ts';
import { decisionChange } from '#core/finding/decisionChange.ts';
import { findingHistory } from '#core/finding/findingHistory.ts';
import { submissionChange } from '#core/finding/submissionChange.ts';
import { DALE, LUCIA, MARTA, makeFakeWorkspace } from '#test/client/makeFakeWorkspace.ts';
import { AGENCY, answers, FINDING, handOver, photoFields, VISIT, written } from './aVisitWithFindings.ts';

function lived() {
  const workspace = makeFakeWorkspace({ written });
  workspace.arrive(DALE.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { statement: 'Reescrito.' } }, { scope: VISIT, entity: 'finding', entityId: FINDING, set: { dueDate: '2026-12-01' } }]);
  handOver(workspace);
  workspace.arrive(LUCIA.id, [
    answers({ 'answer.value': 'accepted' }),
    { scope: AGENCY, entity: 'proofPhoto', entityId: `018f0000-0000-7000-8000-00000000a001/${LUCIA.id}`, set: { ...photoFields, finding: FINDING } },
    submissionChange(AGENCY, FINDING, { note: 'Va.', noteLanguage: 'es', photos: [] }),
  ]);
  const finding = agencyFindingOf(workspace.state(AGENCY), FINDING);
  if (finding) workspace.arrive(MARTA.id, [decisionChange(AGENCY, finding, { value: 'returned', note: 'Falta la firma.', noteLanguage: 'es' })]);
  return workspace;
}

test('the team reads who did what, from the draft to the decision, newest first', () => {
  const workspace = lived();
  const events = findingHistory(FINDING, workspace.state(AGENCY), workspace.state(VISIT));
  expect(events.map((event) => [event.act, event.actor])).toEqual([
    ['decided', MARTA.id], ['submitted', LUCIA.id], ['attached', LUCIA.id], ['answered', LUCIA.id], ['handed_over', MARTA.id], ['edited', DALE.id], ['drafted', MARTA.id],
  ]);
  expect(events[0]).toMatchObject({ decision: 'returned', note: 'Falta la firma.' });
  expect(events[3]).toMatchObject({ answer: 'accepted' });
});

test('what one person saved again and again within minutes is one entry that names all its parts', () => {
  const workspace = lived();
  const edits = findingHistory(FINDING, workspace.state(AGENCY), workspace.state(VISIT)).filter((event) => event.act === 'edited');
  expect(edits).toHaveLength(1);
  expect(edits[0]?.parts).toEqual(['statement', 'dueDate']);
});

test('the agency’s history begins with the hand-over: nothing of the draft is in it', () => {
  const events = findingHistory(FINDING, lived().state(AGENCY));
  expect(events.map((event) => event.act)).toEqual(['decided', 'submitted', 'attached', 'answered', 'handed_over']);
});

test('a second hand-over is told apart from the first', () => {
  const workspace = lived();
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { statement: 'Otra vez.' } }]);
  handOver(workspace);
  expect(findingHistory(FINDING, workspace.state(AGENCY))[0]).toMatchObject({ act: 'handed_over_again', parts: ['statement'] });
  expect(findingHistory(FINDING, workspace.state(AGENCY), workspace.state(VISIT))[0]?.act).toBe('handed_over_again');
});
