import { draftFindingOf, type DraftFinding } from '#core/finding/draftFinding.ts';
import { priorityOf } from '#core/finding/priority.ts';
import { previewOf, publishChanges, type Preview } from '#core/finding/publication.ts';
import type { Level } from '#core/manual/edition.ts';
import type { Change } from '#core/op/change.ts';
import type { Op } from '#core/op/op.ts';
import { addOps, type ScopeState } from '#core/op/scopeState.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import { AGENCY_SCOPE, FINDING } from './aFinding.ts';
import { anId, anOp, LUCIA, OBSERVATION, VISIT, VISIT_SCOPE } from './opBuilder.ts';
import { sealChange } from './sealChange.ts';

/** A visit and its agency, as the team leader's tablet holds them. */
export type TwoScopes = { readonly visit: ScopeState; readonly agency: ScopeState };

/** A photo of the visit; its files are named after `letter`. */
export const aPhoto = (letter = 'a', id = anId()): Op =>
  anOp({
    entity: 'photo', entityId: id, base: {},
    set: {
      observation: OBSERVATION, workingFile: letter.repeat(64), thumbFile: '1'.repeat(64), capturedSha256: '2'.repeat(64), width: 2048, height: 1536,
      sizeBytes: 350_000, takenAt: '2026-11-09T15:00:00Z', caption: 'Puerta de la bodega',
    },
  });

export function draftIn(visit: ScopeState): DraftFinding {
  const draft = draftFindingOf(visit, FINDING);
  if (!draft) throw new Error('no draft');
  return draft;
}

export function previewIn(visit: ScopeState, level: Level = 'O'): Preview {
  const draft = draftIn(visit);
  const priority = priorityOf(draft.harm, draft.extent, draft.kind, level);
  return previewOf(draft, { visitId: VISIT, visitScope: VISIT_SCOPE, revision: 1, priority, photos: photosOfVisit(visit) });
}

/** What handing the finding over writes. */
export const changesOf = ({ visit, agency }: TwoScopes, level: Level = 'O'): readonly Change[] =>
  publishChanges(draftIn(visit), previewIn(visit, level), AGENCY_SCOPE, agency, VISIT_SCOPE);

/** Both scopes after the finding was handed over as it now stands. */
export function handOver(scopes: TwoScopes, level: Level = 'O'): TwoScopes {
  return changesOf(scopes, level).reduce<TwoScopes>(({ visit, agency }, change) => {
    const state = change.scope === AGENCY_SCOPE ? agency : visit;
    const after = addOps(state, [sealChange(change, state, LUCIA)]);
    return change.scope === AGENCY_SCOPE ? { visit, agency: after } : { visit: after, agency };
  }, scopes);
}
