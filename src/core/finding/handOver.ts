import type { Level } from '#core/manual/edition.ts';
import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { photosOfVisit } from '#core/visit/photo.ts';
import { draftFindingsOf, publishBlocks, type DraftFinding, type PublishBlock } from './draftFinding.ts';
import { priorityOf } from './priority.ts';
import { previewOf, publicationStatusOf, publishChanges, type Preview, type PublicationStatus } from './publication.ts';

export type HandOverPlace = {
  readonly visitId: string;
  readonly visitScope: ScopeId;
  readonly revision: number;
  /** The level of a standard for this agency's size: decides the least priority of a gap. */
  readonly levelOf: (standard: string) => Level;
};

/** A finding that the agency does not have, or not as it now reads. */
export type HandOverItem = {
  readonly draft: DraftFinding;
  readonly status: Exclude<PublicationStatus, 'published'>;
  /** What it lacks; empty: it can be handed over. */
  readonly blocks: readonly PublishBlock[];
  readonly preview: Preview;
};

export function handOverItems(visit: ScopeState, place: HandOverPlace): readonly HandOverItem[] {
  const photos = photosOfVisit(visit);
  return draftFindingsOf(visit).flatMap((draft): readonly HandOverItem[] => {
    const status = publicationStatusOf(visit, draft);
    if (status === 'published') return [];
    const priority = priorityOf(draft.harm, draft.extent, draft.kind, place.levelOf(draft.standard));
    return [{ draft, status, blocks: publishBlocks(draft, priority !== undefined), preview: previewOf(draft, { ...place, priority, photos }) }];
  });
}

/** Everything that one hand-over writes, for one seal: all of the chosen findings or none. A photo of two findings is shared once. */
export function handOverChanges(items: readonly HandOverItem[], agencyScope: ScopeId, agency: ScopeState, visitScope: ScopeId): readonly Change[] {
  for (const item of items) if (item.blocks.length > 0) throw new Error(`finding ${item.draft.id} is not complete`);
  const shared = new Set<string>();
  return items
    .flatMap((item) => publishChanges(item.draft, item.preview, agencyScope, agency, visitScope))
    .filter((change) => {
      if (change.entity !== 'sharedPhoto' || change.entityId === null) return true;
      const again = shared.has(change.entityId);
      shared.add(change.entityId);
      return !again;
    });
}
