import { useTranslation } from 'react-i18next';
import { dayOfVisit, localDate } from '#core/visit/localDate.ts';
import type { VisitCard } from '#core/visit/visitCard.ts';
import { useFormat } from './useFormat.ts';
import { useNowMs } from './useNowMs.ts';

/** "día 2 de 3", "empieza el …", "terminó el …"; judged in the agency's time zone. '' for a visit without dates. */
export function useVisitTime(card: VisitCard, timeZone: string): string {
  const { t } = useTranslation('common');
  const format = useFormat();
  const today = localDate(useNowMs(), timeZone);
  const day = dayOfVisit(card.startDate, card.endDate, today);
  if (day) return t('visit.day', day);
  if (card.startDate === '') return '';
  return today < card.startDate ? t('visit.from', { date: format.date(card.startDate) }) : t('visit.until', { date: format.date(card.endDate || card.startDate) });
}
