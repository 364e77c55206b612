import { indexEdition } from '#core/manual/manualIndex.ts';
import { handOverChanges, handOverItems } from '#core/finding/handOver.ts';
import type { Change } from '#core/op/change.ts';
import type { Op } from '#core/op/op.ts';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { aBullet, aChapter, anEdition, aStandard, aTopic } from '#test/core/manual/manualBuilders.ts';
import { DALE, LUCIA, MARTA, makeFakeWorkspace, type FakeWorkspace } from '#test/client/makeFakeWorkspace.ts';

export const AGENCY_ID = '018f0000-0000-7000-8000-0000000000a1';
export const VISIT_ID = '018f0000-0000-7000-8000-0000000000b1';
export const FINDING = '018f0000-0000-7000-8000-0000000000f1';
export const BARE_FINDING = '018f0000-0000-7000-8000-0000000000f2';
export const OBSERVATION = '018f0000-0000-7000-8000-0000000000d1';
export const PHOTO = '018f0000-0000-7000-8000-0000000000e1';
export const OTHER_PHOTO = '018f0000-0000-7000-8000-0000000000e2';
export const AGENCY = agencyScope(AGENCY_ID);
export const VISIT = visitScope(VISIT_ID);

/** What only the visit's team may ever read. */
export const INTERVIEW_WORDS = 'La oficial del turno dijo que nadie firma';
export const INTERVIEW_CODE = 'E-MI-01';

/** 4.2.3 is mandatory for every size; 4.2.4 is not. */
export const MANUAL = indexEdition(
  anEdition([
    aChapter('4', [
      aTopic('4.2', [
        aStandard('4.2.3', { id: 's423', title: { es: 'Bitácora de accesos' }, bullets: [aBullet('b-d', { label: 'd' })], levels: { A: 'M', B: 'M', C: 'M', D: 'M' } }),
        aStandard('4.2.4', { id: 's424', levels: { A: 'O', B: 'O', C: 'O', D: 'O' } }),
      ]),
    ]),
  ]),
);

const HASH = 'a'.repeat(64);
export const photoFields = { workingFile: HASH, thumbFile: 'b'.repeat(64), capturedSha256: 'c'.repeat(64), width: 800, height: 600, sizeBytes: 1000, takenAt: '2026-11-10T18:00:00Z' };

/** An agency with a visit, evidence on 4.2.3, a complete draft and an empty one. */
export const written: readonly { readonly by: string; readonly changes: readonly Change[] }[] = [
  {
    by: MARTA.id,
    changes: [
      { scope: AGENCY, entity: 'agency', entityId: AGENCY_ID, set: { name: 'Policía de Valle Sereno', acronym: 'PVS', program: 'LE', timeZone: 'America/Hermosillo', sizeBand: 'B', [`manager.${LUCIA.id}`]: true } },
      { scope: AGENCY, entity: 'visit', entityId: VISIT_ID, set: { kind: 'mock_dress_rehearsal', startDate: '2026-11-20', endDate: '2026-11-24', edition: 'prueba-2026', revision: 1, leader: MARTA.id, [`member.${DALE.id}`]: true } },
      { scope: VISIT, entity: 'observation', entityId: OBSERVATION, set: { code: 'O-MI-001', text: 'La bitácora no tiene firmas', textLang: 'es', 'standard.s423': true } },
      { scope: VISIT, entity: 'photo', entityId: PHOTO, set: { ...photoFields, observation: OBSERVATION } },
      { scope: VISIT, entity: 'photo', entityId: OTHER_PHOTO, set: { ...photoFields, observation: OBSERVATION, caption: 'Foto que no se comparte' } },
      {
        scope: VISIT, entity: 'interview', entityId: `018f0000-0000-7000-8000-0000000000c1/${MARTA.id}`,
        set: { code: INTERVIEW_CODE, roleCategory: 'custody', text: INTERVIEW_WORDS, textLang: 'es', 'standard.s423': true },
      },
      {
        scope: VISIT, entity: 'finding', entityId: FINDING,
        set: {
          code: 'H-MI-001', edition: 'prueba-2026', standard: 's423', 'bullet.b-d': true, kind: 'gap', 'reason.practice_differs': true,
          statement: 'Nadie ajeno a la bodega revisa la bitácora. En 2026 no hay constancia.', statementLang: 'es',
          proofWanted: 'Oficio: quién revisa\n2 revisiones firmadas', proofWantedLang: 'es', harm: 'low', extent: 'limited',
          dueDate: '2026-11-26', [`photo.${PHOTO}`]: true,
        },
      },
      { scope: VISIT, entity: 'finding', entityId: BARE_FINDING, set: { code: 'H-MI-002', edition: 'prueba-2026', standard: 's424' } },
    ],
  },
];

export const itemsOf = (visit: ScopeState) =>
  handOverItems(visit, { visitId: VISIT_ID, visitScope: VISIT, revision: 1, levelOf: (standard) => (standard === 's423' ? 'M' : 'O') });

/** Marta hands over every complete draft. */
export function handOver(workspace: Pick<FakeWorkspace, 'state' | 'arrive'>): void {
  const items = itemsOf(workspace.state(VISIT)).filter((item) => item.blocks.length === 0);
  workspace.arrive(MARTA.id, handOverChanges(items, AGENCY, workspace.state(AGENCY), VISIT));
}

/** The ops of these scopes after a hand-over and some acts of the agency, as they would come from the server. */
export function opsAfterHandOver(scopes: readonly ScopeId[], ...byAgency: readonly Change[]): readonly Op[] {
  const workspace = makeFakeWorkspace({});
  // Fake ids run in one order: without this the tablet under test would make the same ones again.
  workspace.newId();
  for (const { by, changes } of written) workspace.arrive(by, changes);
  handOver(workspace);
  workspace.arrive(LUCIA.id, byAgency);
  return scopes.flatMap((scope) => [...workspace.state(scope).entities.values()].flatMap((entity) => entity.ops));
}

/** The agency's manager writes on the finding. */
export const answers = (set: Change['set']): Change => ({ scope: AGENCY, entity: 'finding', entityId: FINDING, set });
