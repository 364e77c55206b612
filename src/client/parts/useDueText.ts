import { useTranslation } from 'react-i18next';
import { dueIn } from '#core/finding/dueIn.ts';
import { useFormat } from './useFormat.ts';

/** When something is due, in words: "Venció ayer", "Mañana", "26 nov 2026". Both dates are of the agency's time zone. */
export function useDueText(): (dueDate: string | undefined, today: string, settled: boolean) => string {
  const { t } = useTranslation('finding');
  const format = useFormat();
  return (dueDate, today, settled) => {
    const due = dueIn(dueDate, today);
    const date = format.date(dueDate ?? '');
    if (settled && due.kind !== 'none') return date;
    switch (due.kind) {
      case 'none': return t('due.none');
      case 'yesterday': return t('due.yesterday');
      case 'past': return t('due.past', { date });
      case 'today': return t('due.today');
      case 'tomorrow': return t('due.tomorrow');
      case 'later': return t('due.later', { date });
    }
  };
}
