import { expect, test } from 'vitest';
import type { Level } from '#core/manual/edition.ts';
import { agencyFindingOf } from '#core/finding/agencyFinding.ts';
import { draftFindingOf } from '#core/finding/draftFinding.ts';
import { findingRowsOf, rowsByState } from '#core/finding/findingRows.ts';
import { sharedPhotosOfFinding } from '#core/finding/findingPhotos.ts';
import { handOverChanges } from '#core/finding/handOver.ts';
import { previewWords } from '#core/finding/previewWords.ts';
import { previewHash } from '#core/finding/publication.ts';
import { MARTA, makeFakeWorkspace } from '#test/client/makeFakeWorkspace.ts';
import { AGENCY, BARE_FINDING, FINDING, handOver, INTERVIEW_CODE, INTERVIEW_WORDS, itemsOf, OTHER_PHOTO, PHOTO, VISIT, VISIT_ID, written } from './aVisitWithFindings.ts';

const levelOf = (standard: string): Level => (standard === 's423' ? 'M' : 'O');

test('what leaves the visit holds no interview, no harm, no extent and no photo that was not chosen', () => {
  const workspace = makeFakeWorkspace({ written });
  const [item] = itemsOf(workspace.state(VISIT));
  const leaving = JSON.stringify(handOverChanges([item].flatMap((one) => one ?? []), AGENCY, workspace.state(AGENCY), VISIT).filter((change) => change.scope === AGENCY));
  expect(leaving).toContain(PHOTO);
  for (const kept of [INTERVIEW_WORDS, INTERVIEW_CODE, 'harm', 'extent', OTHER_PHOTO, 'La bitácora no tiene firmas']) expect(leaving).not.toContain(kept);
});

test('the agency gets exactly what the preview showed, and the publication keeps its hash', () => {
  const workspace = makeFakeWorkspace({ written });
  const preview = itemsOf(workspace.state(VISIT))[0]?.preview;
  handOver(workspace);
  const finding = agencyFindingOf(workspace.state(AGENCY), FINDING);
  const shown = preview && previewWords(preview);
  expect(finding).toMatchObject({
    code: shown?.code, standard: shown?.standard, bullets: shown?.bullets, reasons: shown?.reasons, priority: shown?.priority, dueDate: shown?.dueDate,
    statement: { text: shown?.statement }, proofWanted: { text: shown?.proofWanted },
  });
  expect(finding && sharedPhotosOfFinding(workspace.state(AGENCY), finding).map((photo) => photo.id)).toEqual([PHOTO]);
  const publication = [...workspace.state(VISIT).entities.values()].find((entity) => entity.entity === 'publication');
  expect(publication?.ops[0]?.set['previewSha256']).toBe(preview && previewHash(preview));
});

test('no op in the agency names an op of the visit', () => {
  const workspace = makeFakeWorkspace({ written });
  handOver(workspace);
  const inVisit = workspace.state(VISIT).opIds;
  for (const entity of workspace.state(AGENCY).entities.values()) {
    for (const op of entity.ops) {
      for (const id of [...Object.values(op.base).flat(), ...(op.saw ?? [])]) expect(inVisit.has(id)).toBe(false);
    }
  }
});

test('a gap on a mandatory standard is at least high, whatever the grid says', () => {
  const [item] = itemsOf(makeFakeWorkspace({ written }).state(VISIT));
  expect(item?.preview.finding['priority']).toBe('high');
});

test('an incomplete draft says everything that it lacks, and refuses to be handed over', () => {
  const workspace = makeFakeWorkspace({ written });
  const bare = itemsOf(workspace.state(VISIT)).filter((item) => item.draft.id === BARE_FINDING);
  expect(bare[0]?.blocks).toEqual(['no-kind', 'no-statement']);
  expect(() => handOverChanges(bare, AGENCY, workspace.state(AGENCY), VISIT)).toThrow();
});

test('a gap asks for proof, priority and date; a commendation does not', () => {
  const workspace = makeFakeWorkspace({ written });
  const set = { statement: 'Se hace muy bien.' };
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: BARE_FINDING, set: { ...set, kind: 'concern' } }]);
  expect(itemsOf(workspace.state(VISIT))[1]?.blocks).toEqual(['no-proof-wanted', 'no-priority', 'no-due-date']);
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: BARE_FINDING, set: { kind: 'commendation' } }]);
  expect(itemsOf(workspace.state(VISIT))[1]?.blocks).toEqual([]);
});

test('a photo of two findings is shared once, and both findings show it', () => {
  const workspace = makeFakeWorkspace({ written });
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: BARE_FINDING, set: { kind: 'commendation', statement: 'Bien.', [`photo.${PHOTO}`]: true } }]);
  handOver(workspace);
  const agency = workspace.state(AGENCY);
  expect(agency.entities.get(`sharedPhoto/${PHOTO}`)?.ops).toHaveLength(1);
  for (const id of [FINDING, BARE_FINDING]) {
    const finding = agencyFindingOf(agency, id);
    expect(finding && sharedPhotosOfFinding(agency, finding)).toHaveLength(1);
  }
});

test('a photo and a date that are taken back are gone for the agency after the next hand-over', () => {
  const workspace = makeFakeWorkspace({ written });
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { kind: 'commendation' } }]);
  handOver(workspace);
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { [`photo.${PHOTO}`]: false, dueDate: '' } }]);
  expect(itemsOf(workspace.state(VISIT))[0]?.status).toBe('changed_since');
  handOver(workspace);
  const finding = agencyFindingOf(workspace.state(AGENCY), FINDING);
  expect(finding && sharedPhotosOfFinding(workspace.state(AGENCY), finding)).toEqual([]);
  expect(finding?.dueDate).toBeUndefined();
  expect(itemsOf(workspace.state(VISIT)).map((item) => item.draft.id)).toEqual([BARE_FINDING]);
});

test('the team sees each finding once, by where it stands', () => {
  const workspace = makeFakeWorkspace({ written });
  const states = () => rowsByState(findingRowsOf(workspace.state(VISIT), workspace.state(AGENCY), VISIT_ID, levelOf)).map(({ state, rows }) => [state, rows.map((row) => row.code)]);
  expect(states()).toEqual([['draft', ['H-MI-002']], ['ready', ['H-MI-001']]]);
  handOver(workspace);
  expect(states()).toEqual([['draft', ['H-MI-002']], ['published', ['H-MI-001']]]);
});

test('a draft deleted after its hand-over is still listed as the agency has it', () => {
  const workspace = makeFakeWorkspace({ written });
  handOver(workspace);
  const draft = draftFindingOf(workspace.state(VISIT), FINDING);
  const saw = [...(draft?.entity.fields.values() ?? [])].flatMap((field) => field.heads.map((op) => op.id));
  workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { deleted: true }, saw }]);
  const rows = findingRowsOf(workspace.state(VISIT), workspace.state(AGENCY), VISIT_ID, levelOf);
  expect(rows.map((row) => [row.code, row.state])).toEqual([['H-MI-002', 'draft'], ['H-MI-001', 'published']]);
});
