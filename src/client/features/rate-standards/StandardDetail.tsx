import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { hasText } from '#core/manual/localText.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { ManualText } from '#client/parts/ManualText.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import { ApplicabilityMenu } from './ApplicabilityMenu.tsx';
import { ApplicabilityNote } from './ApplicabilityNote.tsx';
import { MoreOfStandard } from './MoreOfStandard.tsx';
import { StandardFacts } from './StandardFacts.tsx';
import { StandardItemRows, type PointedItem } from './StandardItemRows.tsx';
import { TeamBanner } from './TeamBanner.tsx';
import { TeamResults } from './TeamResults.tsx';
import { deskOf } from './deskOf.ts';
import type { Acts } from './useActs.ts';
import styles from './StandardDetail.module.css';

type StandardDetailProps = {
  readonly world: VisitWorld;
  readonly index: ManualIndex;
  readonly row: StandardOverview;
  readonly acts: Acts;
  readonly pointed: PointedItem | undefined;
};

/** One standard to read and to answer item by item. */
export function StandardDetail({ world, index, row, acts, pointed }: StandardDetailProps) {
  const { t } = useTranslation('rating');
  const { manualLanguage, setPreference } = usePreferences();
  const me = useWorkspace().me.person.id;
  const { standard } = row.place;
  const desk = deskOf(world, row, me);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <article className={styles.standard}>
      <div className={styles.top}>
        <span className={styles.number}>{standard.number}</span>
        <Segmented
          label={t('manualLanguage.label')}
          value={manualLanguage}
          onChange={(language) => setPreference('manualLanguage', language)}
          options={[
            { value: 'es', label: t('manualLanguage.es'), lang: 'es' },
            { value: 'en', label: t('manualLanguage.en'), lang: 'en' },
            { value: 'both', label: t('manualLanguage.both') },
          ]}
        />
        {row.items.length > 0 && world.mayWrite ? <ApplicabilityMenu desk={desk} row={row} world={world} acts={acts} /> : null}
      </div>
      <h1 className={styles.title} tabIndex={-1} ref={heading}><ManualText text={standard.title} language={manualLanguage} stacked /></h1>
      <StandardFacts standard={standard} size={world.agencyCard.sizeBand} language={manualLanguage} />
      {acts.error === undefined ? null : <Banner tone="bad" boxed alert>{acts.error}</Banner>}
      <TeamBanner world={world} row={row} />
      <ApplicabilityNote desk={desk} row={row} world={world} index={index} acts={acts} />
      {hasText(standard.statement) ? <div className={styles.statement}><ManualText text={standard.statement} language={manualLanguage} /></div> : null}
      {row.items.length > 0
        ? <StandardItemRows desk={desk} row={row} world={world} acts={acts} pointed={pointed} />
        : <p className={styles.quiet}>{t(standard.reserved ? 'dock.reserved' : 'dock.nothingToRate')}</p>}
      <MoreOfStandard world={world} index={index} row={row} />
      <TeamResults world={world} row={row} me={me} />
    </article>
  );
}
