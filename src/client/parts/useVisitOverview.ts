import { useMemo } from 'react';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { visitOverview, type StandardOverview } from '#core/rating/visitOverview.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { VisitWorld } from './useVisit.ts';

/** Every standard of a visit as this person sees it, computed again only when the visit or the manual changes. */
export function useVisitOverview(world: VisitWorld, index: ManualIndex): readonly StandardOverview[] {
  const me = useWorkspace().me.person.id;
  return useMemo(() => visitOverview(world.visit, index, me), [world.visit, index, me]);
}
