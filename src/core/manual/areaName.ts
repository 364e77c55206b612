import type { EditionTerm, ManualLanguage } from './edition.ts';
import { textIn, type ShownText } from './localText.ts';

/** The name of a record's area: the edition's for one of its areas, else what people called it. '' for none. */
export function areaName(areas: readonly EditionTerm[], area: string, wanted: ManualLanguage): ShownText {
  const term = areas.find((candidate) => candidate.id === area);
  return (term && textIn(term.label, wanted)) ?? { text: area, language: wanted, isFallback: false };
}
