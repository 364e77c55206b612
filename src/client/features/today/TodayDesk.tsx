import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { visitNeeds } from '#core/rating/visitNeeds.ts';
import { isRated, ownOrSettledResult } from '#core/rating/visitOverview.ts';
import { BackUpOffer } from '#client/parts/BackUpOffer.tsx';
import { standardHref } from '#client/parts/standardHref.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useVisitOverview } from '#client/parts/useVisitOverview.ts';
import { useVisitSubtitle } from '#client/parts/useVisitSubtitle.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { CarryCard } from './CarryCard.tsx';
import { ChapterCard } from './ChapterCard.tsx';
import { ForecastCard } from './ForecastCard.tsx';
import { NeedsCard } from './NeedsCard.tsx';
import { NextCard } from './NextCard.tsx';
import { TeamCard } from './TeamCard.tsx';
import styles from './TodayDesk.module.css';

/** Today, from the manual and everything that the team has written. */
export function TodayDesk({ world, index }: { readonly world: VisitWorld; readonly index: ManualIndex }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const rows = useVisitOverview(world, index);
  const needs = visitNeeds(world.visit, rows, world.isLeader);
  const next = needs.readyToRate[0] ?? rows.find((row) => isRated(row) && ownOrSettledResult(row) === 'not_reviewed');
  return (
    <PageColumn width="wide">
      <PageHeader
        title={t('title')}
        under={<>{useVisitSubtitle(world)}<br />{t('dates', { from: format.date(world.card.startDate), to: format.date(world.card.endDate) })}</>}
        side={<ActionButton href={`/visits/${world.visitId}/prepare`}>{t('prepare')}</ActionButton>}
      />
      <BackUpOffer />
      <div className={styles.columns}>
        <div className={styles.column}>
          {world.mayWrite ? <div className={styles.first}><NextCard row={next} href={next ? standardHref(world.visitId, next.place.standard.id) : `/visits/${world.visitId}/standards`} hasEvidence={needs.readyToRate.length > 0} /></div> : null}
          <div className={styles.last}><TeamCard world={world} rows={rows} /></div>
          {world.mayWrite ? <div className={styles.last}><CarryCard visitId={world.visitId} /></div> : null}
          <div className={styles.last}><ForecastCard world={world} index={index} rows={rows} /></div>
        </div>
        <div className={styles.column}>
          {world.mayWrite ? <NeedsCard world={world} needs={needs} /> : <Banner tone="info" boxed>{t('readOnly')}</Banner>}
          <ChapterCard world={world} rows={rows} />
        </div>
      </div>
    </PageColumn>
  );
}
