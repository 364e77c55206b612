import type { Chapter, ManualLanguage } from './edition.ts';
import { MANUAL_LANGUAGES } from './localText.ts';
import { localTextsOf } from './mapLocalTexts.ts';

/** The languages that at least one text of the chapters is in; Spanish first. */
export function editionLanguages(chapters: readonly Chapter[]): readonly ManualLanguage[] {
  const texts = chapters.flatMap(localTextsOf);
  return MANUAL_LANGUAGES.filter((language) => texts.some((text) => text[language] !== undefined));
}
