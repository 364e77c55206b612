import { useTranslation } from 'react-i18next';
import { textIn, type ShownText } from '#core/manual/localText.ts';
import type { LocalText } from '#core/manual/edition.ts';
import { LangTag } from '#client/ui/parts/LangTag.tsx';
import styles from './ManualText.module.css';

export type ManualTextLanguage = 'es' | 'en' | 'both';

type ManualTextProps = {
  readonly text: LocalText;
  readonly language: ManualTextLanguage;
  /** Both languages one above the other, the second quieter: for titles. */
  readonly stacked?: boolean;
};

/**
 * A text of the manual in the wanted language, or in both side by side. A text that is missing in the wanted language
 * shows the other one with its tag, never blank.
 */
export function ManualText({ text, language, stacked = false }: ManualTextProps) {
  const shown = shownTexts(text, language);
  return (
    <span className={[styles.text, shown.length > 1 ? styles.both : '', stacked ? styles.stacked : ''].filter(Boolean).join(' ')}>
      {shown.map((one) => <OneLanguage key={one.language} shown={one} />)}
    </span>
  );
}

function OneLanguage({ shown }: { readonly shown: ShownText }) {
  const { t } = useTranslation('vocabulary');
  return (
    <span className={styles.one}>
      <span lang={shown.language}>{shown.text}</span>
      {shown.isFallback ? <span className={styles.tag}><LangTag lang={shown.language} label={t(`language.${shown.language}`)} /></span> : null}
    </span>
  );
}

/** Where both are wanted and only one is there, that one stands alone, marked. */
function shownTexts(text: LocalText, language: ManualTextLanguage): readonly ShownText[] {
  if (language !== 'both') return [textIn(text, language) ?? []].flat();
  const spanish = textIn(text, 'es');
  const english = textIn(text, 'en');
  if (!spanish || !english) return [];
  if (spanish.language !== english.language) return [spanish, english];
  return [spanish.isFallback ? spanish : english];
}
