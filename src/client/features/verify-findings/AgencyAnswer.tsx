import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { AnswerMark } from '#client/ui/marks/AnswerMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './AgencyAnswer.module.css';

/** What the agency answers: whether it accepts, who sees to it, by when, and in its own words. */
export function AgencyAnswer({ finding }: { readonly world: VisitWorld; readonly finding: AgencyFinding }) {
  const { t } = useTranslation(['verify', 'vocabulary']);
  const format = useFormat();
  const { value, comment, commentLanguage, responsible, dueDate } = finding.answer;
  return (
    <Card title={t('answer.title')}>
      <p className={styles.value}>
        <AnswerMark value={value} size={24} />
        <strong>{t(`vocabulary:answer.${value}`)}</strong>
      </p>
      {comment.text === '' ? null : (
        <p className={styles.comment}>
          <span lang={commentLanguage}>{comment.text}</span> <OtherLanguageTag language={commentLanguage} />
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{t('answer.responsible')}</dt>
        <dd>{responsible.text || t('answer.nobody')}</dd>
        <dt>{t('answer.date')}</dt>
        <dd>{dueDate ? format.date(dueDate) : t('answer.noDate')}</dd>
      </dl>
    </Card>
  );
}
