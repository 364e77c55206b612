import { expect, test } from 'vitest';
import { draftFindingOf } from '#core/finding/draftFinding.ts';
import { findingConflictsOf, keepSide } from '#core/finding/findingConflicts.ts';
import { DALE, MARTA, makeFakeWorkspace } from '#test/client/makeFakeWorkspace.ts';
import { FINDING, itemsOf, VISIT, written } from './aVisitWithFindings.ts';

function twoStatements() {
  const workspace = makeFakeWorkspace({ written });
  const before = draftFindingOf(workspace.state(VISIT), FINDING)?.entity.fields.get('statement')?.heads.map((op) => op.id) ?? [];
  const at = { scope: VISIT, entity: 'finding', entityId: FINDING, base: { statement: before } } as const;
  workspace.arrive(MARTA.id, [{ ...at, set: { statement: 'Nadie firma.', statementLang: 'es' } }]);
  workspace.arrive(DALE.id, [{ ...at, set: { statement: 'Nobody signs.', statementLang: 'en' } }]);
  return workspace;
}

test('two statements are both shown, never merged, and nothing is handed over until one is chosen', () => {
  const workspace = twoStatements();
  const draft = draftFindingOf(workspace.state(VISIT), FINDING);
  const [conflict] = draft ? findingConflictsOf(draft) : [];
  expect(conflict?.field).toBe('statement');
  expect(conflict?.sides.map((side) => side.value).sort()).toEqual(['Nadie firma.', 'Nobody signs.']);
  expect(itemsOf(workspace.state(VISIT))[0]?.blocks).toEqual(['unconfirmed-merge']);
});

test('keeping one side keeps its language too, and ends the difference', () => {
  const workspace = twoStatements();
  const draft = draftFindingOf(workspace.state(VISIT), FINDING);
  const [conflict] = draft ? findingConflictsOf(draft) : [];
  const english = conflict?.sides.find((side) => side.value === 'Nobody signs.');
  if (draft && conflict && english) workspace.arrive(MARTA.id, [keepSide(VISIT, draft, conflict, english)]);
  expect(draftFindingOf(workspace.state(VISIT), FINDING)).toMatchObject({ statement: { text: 'Nobody signs.', conflict: false }, statementLanguage: 'en', conflicts: [] });
});
