import { useTranslation } from 'react-i18next';
import type { Rating } from '#core/rating/rating.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { BroughtPills } from '#client/parts/BroughtPills.tsx';
import { Author } from '#client/parts/Author.tsx';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import { LangTag } from '#client/ui/parts/LangTag.tsx';
import styles from './TeamResults.module.css';

/** What the others say of this standard, each in their own language. */
export function TeamResults({ world, row, me }: { readonly world: VisitWorld; readonly row: StandardOverview; readonly me: string }) {
  const { t } = useTranslation('rating');
  const others = row.ratings.filter((rating) => rating.user !== me && rating.result !== 'not_reviewed');
  if (others.length === 0) return null;
  return (
    <section aria-label={t('team.title')}>
      <h2 className={styles.heading}>{t('team.title')}</h2>
      {others.map((rating) => <OtherResult key={rating.key} rating={rating} world={world} />)}
    </section>
  );
}

function OtherResult({ rating, world }: { readonly rating: Rating; readonly world: VisitWorld }) {
  const { t } = useTranslation('vocabulary');
  const screenLanguage = useInterfaceLanguage();
  const language = rating.reasonLanguage;
  const whys = rating.whys.map((reason) => t(`gapReason.${reason}`)).join(' · ');
  return (
    <div className={styles.result}>
      <div className={styles.line}>
        <ResultMark value={rating.result} size={22} />
        <strong>{t(`result.${rating.result}`)}</strong>
        {language && language !== screenLanguage && rating.reason.text ? <LangTag lang={language} label={t(`language.${language}`)} /> : null}
      </div>
      {whys === '' ? null : <div className={styles.whys}>{whys}</div>}
      {rating.reason.text === '' ? null : <div lang={language}>{rating.reason.text}</div>}
      <div><BroughtPills opIds={rating.facts.opIds} /></div>
      <Author userId={rating.user} at={rating.facts.changedAt} timeZone={world.agencyCard.timeZone} place={Math.max(0, world.card.team.indexOf(rating.user))} />
    </div>
  );
}
