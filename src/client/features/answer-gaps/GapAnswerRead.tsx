import { useTranslation } from 'react-i18next';
import type { AgencyFinding } from '#core/finding/agencyFinding.ts';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

/** The answer for somebody who may only read it. */
export function GapAnswerRead({ finding }: { readonly finding: AgencyFinding }) {
  const { t } = useTranslation(['gaps', 'vocabulary']);
  const { value, comment, commentLanguage, responsible } = finding.answer;
  return (
    <Card title={t('answer.title')}>
      <p><strong>{t(`vocabulary:answer.${value}`)}</strong> · {responsible.text || t('noResponsible')}</p>
      {comment.text === '' ? null : <p><span lang={commentLanguage}>{comment.text}</span> <OtherLanguageTag language={commentLanguage} /></p>}
    </Card>
  );
}
