import { useCallback } from 'react';
import type { Level } from '#core/manual/edition.ts';
import { standardById } from '#core/manual/manualIndex.ts';
import { levelFor } from '#core/manual/standardItems.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';

/** The level of a standard for this agency's size. Without the manual nothing is raised; handing over waits for the manual. */
export function useLevelOf({ manual, agencyCard }: VisitWorld): (standard: string) => Level {
  const { sizeBand } = agencyCard;
  return useCallback(
    (id: string): Level => {
      const standard = manual.kind === 'ready' ? standardById(manual.index, id) : undefined;
      return standard ? levelFor(standard, sizeBand) : 'O';
    },
    [manual, sizeBand],
  );
}
