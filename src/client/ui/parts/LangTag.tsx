import styles from './LangTag.module.css';

/** The language of a text when it is not the screen's: ES or EN. `label` is the language's name in the screen's language. */
export function LangTag({ lang, label }: { readonly lang: 'es' | 'en'; readonly label: string }) {
  return <abbr className={styles.tag} title={label} style={{ textDecoration: 'none' }}>{lang.toUpperCase()}</abbr>;
}
