import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agencyFindingOf } from '#core/finding/agencyFinding.ts';
import { sharedPhotosOfFinding } from '#core/finding/findingPhotos.ts';
import { handOverChanges, handOverItems } from '#core/finding/handOver.ts';
import { previewHash, publicationStatusOf } from '#core/finding/publication.ts';
import { EXTENTS, FINDING_KINDS, HARMS } from '#core/finding/values.ts';
import type { FieldValues } from '#core/op/op.ts';
import { conflictingFields } from '#core/op/readField.ts';
import { checkWrite } from '#core/op/permission.ts';
import { addOps, emptyScopeState, entitiesOf, type ScopeState } from '#core/op/scopeState.ts';
import { ok } from '#core/result.ts';
import { AGENCY_SCOPE, aDraft, anAnswer, aSubmission, FINDING } from '#test/builders/aFinding.ts';
import { aPhoto, changesOf, draftIn, handOver, previewIn, type TwoScopes } from '#test/builders/aHandOver.ts';
import { aRating, EDITION, STANDARD } from '#test/builders/aRating.ts';
import { anId, anOp, DALE, LUCIA, MARTA, OBSERVATION, VISIT, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { sealChange } from '#test/builders/sealChange.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const edited = (visit: ScopeState, set: FieldValues): ScopeState =>
  addOps(visit, [sealChange({ scope: VISIT_SCOPE, entity: 'finding', entityId: FINDING, set }, visit)]);
const withDraft = (set: FieldValues = {}): TwoScopes => ({ visit: stateOf(aDraft(set)), agency: emptyScopeState });
const changed = ({ visit, agency }: TwoScopes, set: FieldValues): TwoScopes => ({ visit: edited(visit, set), agency });
const statusIn = ({ visit }: TwoScopes) => publicationStatusOf(visit, draftIn(visit));
const agencyChanges = (scopes: TwoScopes) => changesOf(scopes).filter((change) => change.scope === AGENCY_SCOPE);

/** Everything that the agency reads of the finding. */
function received({ agency }: TwoScopes): unknown {
  const finding = agencyFindingOf(agency, FINDING);
  if (!finding) return undefined;
  const { code, visit, edition, revision, standard, bullets, kind, reasons, statement, statementLanguage, proofWanted, priority, dueDate } = finding;
  const photos = sharedPhotosOfFinding(agency, finding).map((photo) => photo.workingFile);
  return { code, visit, edition, revision, standard, bullets, kind, reasons, statement, statementLanguage, proofWanted, priority, dueDate, photos };
}

describe('the preview', () => {
  test('[F1] is the draft’s own words and the chosen photos, and nothing else', () => {
    const chosen = aPhoto('a');
    const visit = stateOf(chosen, aPhoto('b'), aDraft({ 'bullet.a': true, 'bullet.b': false, 'reason.equipment': true, [`photo.${chosen.entityId}`]: true }));
    expect(previewIn(visit)).toEqual({
      finding: {
        code: 'H-MR-001', visit: VISIT, edition: EDITION, revision: 1, standard: STANDARD, 'bullet.a': true, kind: 'gap', 'reason.equipment': true,
        statement: 'No hay bitácora de la bodega.', statementLang: 'es', proofWanted: 'Bitácora de tres meses', proofWantedLang: 'es',
        priority: 'medium', dueDate: '2027-02-01', [`photo.${chosen.entityId}`]: true,
      },
      photos: [{
        id: chosen.entityId,
        set: { finding: FINDING, source: VISIT_SCOPE, workingFile: 'a'.repeat(64), thumbFile: '1'.repeat(64), width: 2048, height: 1536, takenAt: '2026-11-09T15:00:00Z' },
      }],
    });
  });

  test('[F1] a photo that was deleted in the visit is not in it', () => {
    const photo = aPhoto();
    const gone = anOp({ entity: 'photo', entityId: photo.entityId, set: { deleted: true }, base: {}, saw: [photo.id] });
    expect(previewIn(stateOf(photo, gone, aDraft({ [`photo.${photo.entityId}`]: true })))).toMatchObject({ photos: [] });
  });

  test('[F1] what is sealed for the agency is what was shown, and the tablet may write it', () => {
    const photo = aPhoto();
    const scopes = { visit: stateOf(photo, aDraft({ [`photo.${photo.entityId}`]: true })), agency: emptyScopeState };
    const preview = previewIn(scopes.visit);
    const [shared, finding, publication] = changesOf(scopes);
    expect(finding).toMatchObject({ scope: AGENCY_SCOPE, entity: 'finding', entityId: FINDING, set: preview.finding });
    expect(shared).toMatchObject({ scope: AGENCY_SCOPE, entity: 'sharedPhoto', set: preview.photos[0]?.set });
    expect(publication).toMatchObject({ scope: VISIT_SCOPE, entity: 'publication', set: { finding: FINDING, previewSha256: previewHash(preview) } });
    for (const change of changesOf(scopes)) {
      expect(checkWrite(sealChange(change, emptyScopeState, LUCIA), new Set(['team_leader']), 1)).toEqual(ok('accepted'));
    }
  });

  test('[F1] another word, another photo: another hash', () => {
    const photo = aPhoto();
    const visit = stateOf(photo, aDraft());
    const hashes = [visit, edited(visit, { statement: 'x' }), edited(visit, { [`photo.${photo.entityId}`]: true })].map((one) => previewHash(previewIn(one)));
    expect(new Set(hashes).size).toBe(3);
    expect(previewHash(previewIn(edited(visit, { statement: 'No hay bitácora de la bodega.' })))).toBe(hashes[0]);
  });

  test('[F1] [F2] no interview, rating, observation, caption, harm or extent ever leaves the visit, nor the id of any of its ops', () => {
    const secret = fc.string({ minLength: 6 }).map((text) => `§${text}`);
    const secrets = fc.record({ texts: fc.array(secret, { minLength: 1, maxLength: 4 }), unit: secret, shift: secret, reason: secret, note: secret });
    fc.assert(
      fc.property(secrets, ({ texts, unit, shift, reason, note }) => {
        const photo = aPhoto();
        const interviews = texts.map((text, i) =>
          anOp({ entity: 'interview', entityId: `${anId()}/${DALE}`, actor: DALE, base: {}, set: { code: `E-DW-0${i}`, text, unit, shift, roleCategory: 'custody', [`standard.${STANDARD}`]: true } }));
        const others = [
          aRating(MARTA, { result: 'unable_to_verify', reason, 'why.staff_unaware': true }),
          anOp({ entity: 'observation', entityId: OBSERVATION, base: {}, set: { text: note, code: 'O-MR-001', [`standard.${STANDARD}`]: true } }),
        ];
        const draft = aDraft({ harm: 'high', extent: 'widespread', [`photo.${photo.entityId}`]: true });
        const visit = stateOf(...interviews, ...others, photo, draft);
        const items = handOverItems(visit, { visitId: VISIT, visitScope: VISIT_SCOPE, revision: 1, levelOf: () => 'M' });
        expect(items).toHaveLength(1);
        const toAgency = handOverChanges(items, AGENCY_SCOPE, emptyScopeState, VISIT_SCOPE).filter((change) => change.scope === AGENCY_SCOPE);
        expect(toAgency).toHaveLength(2);
        const left = JSON.stringify([items.map((item) => item.preview), toAgency]);
        const kept = [...texts, unit, shift, reason, note].map((text) => JSON.stringify(text).slice(1, -1));
        const words = ['§', 'E-DW', 'O-MR', 'custody', 'unable_to_verify', 'staff_unaware', 'widespread', '"harm', 'Puerta de la bodega', '2'.repeat(64)];
        const ids = [...visit.opIds, ...interviews.map((op) => op.entityId), OBSERVATION];
        for (const part of [...kept, ...words, ...ids]) expect(left).not.toContain(part);
      }),
    );
  });
});

describe('handing over', () => {
  /** Handed over with a photo and a bullet, answered; then reworded, the bullet gone, the photo taken anew. */
  const reworded = (): TwoScopes => {
    const photo = aPhoto('a');
    const first = handOver({ visit: stateOf(photo, aDraft({ [`photo.${photo.entityId}`]: true, 'bullet.a': true })), agency: emptyScopeState });
    const answered = { ...first, agency: addOps(first.agency, [anAnswer({ 'answer.value': 'accepted' }), aSubmission()]) };
    const anew = sealChange({ scope: VISIT_SCOPE, entity: 'photo', entityId: photo.entityId, set: { workingFile: 'c'.repeat(64) } }, first.visit);
    const again = changed(answered, { statement: 'Otra', 'bullet.a': false });
    return { ...again, visit: addOps(again.visit, [anew]) };
  };

  test('[F2] what is written for the agency names only what the agency has', () => {
    const again = reworded();
    const all = [...agencyChanges(again), ...agencyChanges(withDraft())];
    expect(all.map((change) => change.entity)).toEqual(['sharedPhoto', 'finding', 'finding']);
    for (const change of all) {
      const named = [...Object.values(change.base ?? {}).flat(), ...(change.saw ?? [])];
      for (const id of named) expect(again.agency.opIds.has(id)).toBe(true);
      // A field that is left out would be given heads at sealing; said here, so that nothing of the visit can come in.
      expect(Object.keys(change.base ?? {}).sort()).toEqual(Object.keys(change.set).sort());
    }
  });

  test('[F2] the second hand-over settles what the agency has instead of standing beside it', () => {
    const { agency } = handOver(reworded());
    const finding = agencyFindingOf(agency, FINDING);
    expect(finding).toMatchObject({ statement: { text: 'Otra', conflict: false }, bullets: [], conflicts: [], answer: { value: 'accepted' } });
    expect(finding && sharedPhotosOfFinding(agency, finding).map((photo) => photo.workingFile)).toEqual(['c'.repeat(64)]);
    expect(entitiesOf(agency, 'sharedPhoto').flatMap(conflictingFields)).toEqual([]);
  });

  test('[F3] a draft is handed over, changed since, and handed over again', () => {
    const draft = withDraft();
    expect(statusIn(draft)).toBe('draft');
    const handed = handOver(draft);
    expect(statusIn(handed)).toBe('published');
    const touched = changed(handed, { statement: 'Otra' });
    expect(statusIn(touched)).toBe('changed_since');
    expect(statusIn(handOver(touched))).toBe('published');
  });

  test('[F3] an edit that the leader’s tablet had not received at the hand-over counts as since', () => {
    const edit = sealChange({ scope: VISIT_SCOPE, entity: 'finding', entityId: FINDING, set: { dueDate: '2027-05-01' } }, withDraft().visit);
    const handed = handOver(withDraft());
    expect(statusIn({ ...handed, visit: addOps(handed.visit, [edit]) })).toBe('changed_since');
  });

  test('[F3] the hand-over of one finding says nothing of another', () => {
    const other = aDraft();
    const visit = addOps(handOver(withDraft()).visit, [{ ...other, entityId: anId() }]);
    expect(handOverItems(visit, { visitId: VISIT, visitScope: VISIT_SCOPE, revision: 1, levelOf: () => 'O' }).map((item) => item.status)).toEqual(['draft']);
  });

  test('[F3] the second time only what differs is written, and nothing for the agency where nothing does', () => {
    const handed = handOver(withDraft());
    expect(agencyChanges(handed)).toEqual([]);
    expect(agencyChanges(changed(handed, { statement: 'Otra' })).map((change) => change.set)).toEqual([{ statement: 'Otra' }]);
  });

  test('[F3] bullets, reasons and photos that are no longer in it are taken back, once', () => {
    const photo = aPhoto();
    const named = { 'bullet.a': true, 'reason.other': true, [`photo.${photo.entityId}`]: true };
    const none = Object.fromEntries(Object.keys(named).map((field) => [field, false]));
    const handed = handOver({ visit: stateOf(photo, aDraft(named)), agency: emptyScopeState });
    const less = changed(handed, none);
    expect(agencyChanges(less).map((change) => change.set)).toEqual([none]);
    expect(agencyChanges(handOver(less))).toEqual([]);
  });

  test('[F1] a due date and a priority that were dropped do not stay with the agency', () => {
    const handed = handOver({ visit: stateOf(anOp({ entity: 'finding', entityId: FINDING, base: {}, set: { kind: 'gap', statement: 'x', dueDate: '2027-02-01' } })), agency: emptyScopeState }, 'M');
    expect(received(handed)).toMatchObject({ priority: 'high', dueDate: '2027-02-01' });
    const again = handOver(changed(handed, { kind: 'commendation', dueDate: '' }), 'M');
    expect(received(again)).toMatchObject({ kind: 'commendation', priority: undefined, dueDate: undefined });
    expect(agencyChanges(again)).toEqual([]);
  });

  test('[F1] [F3] after any second hand-over the agency reads what it would read after a first one', () => {
    const photos = [aPhoto('a'), aPhoto('b')];
    const flags = (names: readonly string[]) => fc.tuple(...names.map(() => fc.boolean())).map((given) => Object.fromEntries(names.map((name, i) => [name, given[i] ?? false])));
    const words = fc.tuple(
      fc.record({ kind: fc.constantFrom(...FINDING_KINDS), statement: fc.string(), proofWanted: fc.string(), dueDate: fc.constantFrom('', '2027-02-01', '2027-03-01') }),
      flags(['bullet.a', 'bullet.b', 'reason.other', 'reason.equipment', ...photos.map((photo) => `photo.${photo.entityId}`)]),
    ).map(([plain, members]) => ({ ...plain, ...members }));
    const grid = fc.option(fc.record({ harm: fc.constantFrom(...HARMS), extent: fc.constantFrom(...EXTENTS) }));
    fc.assert(
      fc.property(words, words, grid, fc.constantFrom('M', 'O'), (one, two, harms, level) => {
        const draft = anOp({ entity: 'finding', entityId: FINDING, base: {}, set: { code: 'H-MR-001', edition: EDITION, standard: STANDARD, ...one, ...harms } });
        const handed = handOver({ visit: stateOf(...photos, draft), agency: emptyScopeState }, level);
        const answered = { ...handed, agency: addOps(handed.agency, [anAnswer({ 'answer.comment': 'Ya lo vimos' })]) };
        const again = handOver(changed(answered, two), level);
        expect(received(again)).toEqual(received(handOver({ visit: again.visit, agency: emptyScopeState }, level)));
        expect(statusIn(again)).toBe('published');
      }),
    );
  });
});
