import { useTranslation } from 'react-i18next';
import type { Totals } from '#core/totals/totals.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { useOnline } from '#client/parts/useOnline.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { TotalsTable } from './TotalsTable.tsx';

/** Sums over all agencies, for who pays and evaluates: no name, no place, and small counts are not broken down. */
export function TotalsScreen() {
  const { t } = useTranslation('totals');
  const online = useOnline(useAdmin().totals);
  return (
    <OnlinePage active="totals" width="narrow" online={online} title={t('title')} under={t('under')}>
      {(totals) => <AllTotals totals={totals} />}
    </OnlinePage>
  );
}

function AllTotals({ totals }: { readonly totals: Totals }) {
  const { t } = useTranslation(['totals', 'vocabulary']);
  const { byProgram, visits, byState } = totals;
  return (
    <>
      <Card title={t('agencies')} side={String(totals.agencies)}>
        <TotalsTable label={t('agencies')} groups={byProgram.map(({ key, count, parts }) => ({ name: key === 'none' ? t('noProgram') : t(`vocabulary:program.${key}`), count, parts: parts?.map((part) => ({ name: t(`stage.${part.key}`), count: part.count })) }))} />
      </Card>
      <Card title={t('visits')} side={String(visits.count)}>
        <TotalsTable label={t('visits')} groups={[{ name: t('allVisits'), count: visits.count, parts: visits.parts?.map((part) => ({ name: t(`phase.${part.key}`), count: part.count })) }]} />
      </Card>
      <Card title={t('findings')} side={String(totals.findings)}>
        <TotalsTable label={t('findings')} groups={byState.map(({ key, count, parts }) => ({ name: key === 'conflict' ? t('conflict') : t(`vocabulary:findingState.${key}`), count, parts: parts?.map((part) => ({ name: part.key === 'none' ? t('noPriority') : t(`vocabulary:priority.${part.key}`), count: part.count })) }))} />
      </Card>
      <p>{t('small')}</p>
    </>
  );
}
