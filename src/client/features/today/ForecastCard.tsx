import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { rollUp } from '#core/rating/rollUp.ts';
import { countedOf, type StandardOverview } from '#core/rating/visitOverview.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './ForecastCard.module.css';

/** What the edition's pass rule would say today, in words: what is undecided makes it a range. */
export function ForecastCard({ world, index, rows }: { readonly world: VisitWorld; readonly index: ManualIndex; readonly rows: readonly StandardOverview[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { passRule } = index.edition;
  const sum = rollUp(rows.map(countedOf), world.agencyCard.sizeBand, passRule);
  // Rounded down: 79.9 % must not read as the 80 % that is needed.
  const percent = (value: number): string => format.number(Math.floor(value));
  return (
    <Card title={t('forecast.title')}>
      <ul className={styles.lines}>
        <li><strong>{t(`forecast.${sum.forecast}`)}</strong></li>
        <li>
          {t('forecast.mandatory', { count: sum.mandatory.total, complied: format.number(sum.mandatory.complied), total: format.number(sum.mandatory.total) })}{' '}
          {t('forecast.rest', { count: sum.mandatory.undecided, bad: format.number(sum.mandatory.notComplied), open: format.number(sum.mandatory.undecided) })}
        </li>
        <li>
          {sum.other.total === 0
            ? t('forecast.noOthers')
            : t(sum.other.undecided === 0 ? 'forecast.otherExact' : 'forecast.other', {
                count: sum.other.total, complied: format.number(sum.other.complied), total: format.number(sum.other.total),
                worst: percent(sum.otherPercent.worst), best: percent(sum.otherPercent.best), needed: format.number(passRule.otherPercent),
              })}
        </li>
        {sum.notApplicable > 0 ? <li>{t('forecast.notApplicable', { count: sum.notApplicable })}</li> : null}
      </ul>
    </Card>
  );
}
