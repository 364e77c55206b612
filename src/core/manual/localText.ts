import type { LocalText, ManualLanguage } from './edition.ts';

/** The languages of manuals, in the order in which they are listed. */
export const MANUAL_LANGUAGES = ['es', 'en'] as const satisfies readonly ManualLanguage[];

export type ShownText = {
  readonly text: string;
  readonly language: ManualLanguage;
  /** The text is not in the wanted language: screens mark it. */
  readonly isFallback: boolean;
};

/** A text in the wanted language, else in the other one, marked; nothing where neither has more than white space. */
export function textIn(text: LocalText, wanted: ManualLanguage): ShownText | undefined {
  const own = text[wanted];
  if (isWritten(own)) return { text: own, language: wanted, isFallback: false };
  const other: ManualLanguage = wanted === 'es' ? 'en' : 'es';
  const fallback = text[other];
  return isWritten(fallback) ? { text: fallback, language: other, isFallback: true } : undefined;
}

/** Whether there is anything to read, in any language. */
export const hasText = (text: LocalText): boolean => MANUAL_LANGUAGES.some((language) => isWritten(text[language]));

function isWritten(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
