import type { Standard } from './edition.ts';
import type { ManualIndex } from './manualIndex.ts';

/** The standards that name an area of the facility, in the order of the manual; none for an area that people named themselves. */
export function standardsOfArea(index: ManualIndex, area: string): readonly Standard[] {
  return index.standards.filter((standard) => standard.areas.includes(area));
}
