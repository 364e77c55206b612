import type { Standard } from './edition.ts';
import type { ManualIndex } from './manualIndex.ts';

/** The standards that say to interview somebody of a role category, in the order of the manual. */
export function standardsForRole(index: ManualIndex, role: string): readonly Standard[] {
  return index.standards.filter((standard) => standard.interviewRoles.includes(role));
}
