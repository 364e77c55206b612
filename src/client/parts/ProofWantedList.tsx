import { useTranslation } from 'react-i18next';
import { proofLines } from '#core/finding/proofLines.ts';
import { OtherLanguageTag } from './OtherLanguageTag.tsx';
import styles from './ProofWantedList.module.css';

/** The wanted proofs, numbered. */
export function ProofWantedList({ text, language }: { readonly text: string; readonly language: 'es' | 'en' | undefined }) {
  const { t } = useTranslation('finding');
  const lines = proofLines(text);
  if (lines.length === 0) return <p className={styles.none}>{t('noProofWanted')}</p>;
  return (
    <div>
      <ol className={styles.list} lang={language}>
        {lines.map((line, i) => (
          <li key={`${String(i)} ${line}`}>
            <span className={styles.number} aria-hidden="true">{i + 1}</span>
            {line}
          </li>
        ))}
      </ol>
      <OtherLanguageTag language={language} />
    </div>
  );
}
