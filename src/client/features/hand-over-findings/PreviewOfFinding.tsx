import { useTranslation } from 'react-i18next';
import { findingNumber } from '#core/finding/findingNumber.ts';
import { previewWords } from '#core/finding/previewWords.ts';
import type { Preview } from '#core/finding/publication.ts';
import { FindingWords } from '#client/parts/FindingWords.tsx';
import { PriorityWord } from '#client/parts/PriorityWord.tsx';
import { ProofWantedList } from '#client/parts/ProofWantedList.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './PreviewOfFinding.module.css';

/** One finding as the agency will have it, drawn from the preview that is handed over and from nothing else. */
export function PreviewOfFinding({ world, preview }: { readonly world: VisitWorld; readonly preview: Preview }) {
  const { t } = useTranslation(['handover', 'vocabulary']);
  const format = useFormat();
  const words = previewWords(preview);
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const number = findingNumber(index, words.standard, words.bullets);
  return (
    <article className={styles.preview} aria-label={t('preview.of', { code: words.code })}>
      <div className={styles.head}>
        <h3>{[number, words.code].filter(Boolean).join(' · ')}</h3>
        {words.kind ? <Pill>{t(`vocabulary:findingKind.${words.kind}`)}</Pill> : null}
        {words.priority ? <PriorityWord value={words.priority} /> : null}
        {words.dueDate ? <span>{t('preview.due', { date: format.date(words.dueDate) })}</span> : null}
      </div>
      <h4>{t('preview.found')}</h4>
      <FindingWords
        statement={words.statement}
        language={words.statementLanguage}
        reasons={words.reasons}
        photos={words.photos}
        scope={world.visitScope}
        timeZone={world.agencyCard.timeZone}
      />
      <h4>{t('preview.proof')}</h4>
      <ProofWantedList text={words.proofWanted} language={words.proofWantedLanguage} />
    </article>
  );
}
