import { useTranslation } from 'react-i18next';
import { gapOverview, type Gap } from '#core/finding/gapList.ts';
import { gapNews } from '#core/finding/gapNews.ts';
import { headline } from '#core/finding/headline.ts';
import { DueText } from '#client/parts/DueText.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { MarkLegend } from '#client/ui/parts/MarkLegend.tsx';
import { MarkStrip } from '#client/ui/parts/MarkStrip.tsx';
import { gapHref } from './gapHref.ts';
import { GapNewsRow } from './GapNewsRow.tsx';
import styles from './GapsOverview.module.css';
import { GapStateMark } from './GapStateMark.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';
import { useGapStateWord } from './useGapStateWord.ts';

/** Rows of each card: what fits a phone without scrolling past the list. */
const SHOWN = 3;
/** Marks that can still be counted at a glance: with more, the numbers beside each state say it, and the list stays near. */
const MARKS = 60;

/** Where we stand, what is due next, what the team did last. */
export function GapsOverview({ world, gaps, today }: { readonly world: AgencyWorld; readonly gaps: readonly Gap[]; readonly today: string }) {
  const { t } = useTranslation('gaps');
  const stateWord = useGapStateWord();
  const findings = gaps.map((gap) => gap.finding);
  const overview = gapOverview(findings);
  const news = gapNews(findings).slice(0, SHOWN);
  const numberOf = new Map(gaps.map((gap) => [gap.finding.id, gap.place?.number ?? gap.finding.code]));
  const words = overview.states.map(({ state, findings: here }) => `${String(here.length)} ${stateWord(state)}`).join(', ');
  return (
    <div className={styles.cards}>
      {overview.total > 0 ? (
        <Card title={t('overview.closed', { count: overview.total, settled: overview.settled })}>
          {overview.total <= MARKS ? (
            <MarkStrip
              label={words}
              marks={overview.states.flatMap(({ state, findings: here }) => here.map(({ id }) => ({ key: id, mark: <GapStateMark state={state} /> })))}
            />
          ) : null}
          <MarkLegend
            entries={overview.states.map(({ state, findings: here }) => ({
              key: state,
              mark: <GapStateMark state={state} />,
              label: <><strong>{here.length}</strong> {stateWord(state)}</>,
            }))}
          />
        </Card>
      ) : null}
      {overview.due.length > 0 ? (
        <Card title={t('overview.due')}>
          <div>
            {overview.due.slice(0, SHOWN).map((finding) => (
              <ListRow
                key={finding.id}
                inCard
                chevron
                href={gapHref(world.agencyId, finding.id)}
                title={<><strong>{numberOf.get(finding.id)}</strong> <span lang={finding.statementLanguage}>{headline(finding.statement.text)}</span> <OtherLanguageTag language={finding.statementLanguage} /></>}
                second={<DueText dueDate={finding.dueDate} today={today} settled={false} />}
              />
            ))}
          </div>
        </Card>
      ) : null}
      {news.length > 0 ? (
        <Card title={t('overview.news')}>
          <div>{news.map((one) => <GapNewsRow key={`${one.at} ${one.what} ${one.findings[0]?.id ?? ''}`} world={world} news={one} numberOf={numberOf} />)}</div>
        </Card>
      ) : null}
    </div>
  );
}
