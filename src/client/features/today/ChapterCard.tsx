import { useTranslation } from 'react-i18next';
import { textIn } from '#core/manual/localText.ts';
import { RESULTS } from '#core/rating/values.ts';
import { byChapter, isRated, progressOf, teamOrOwnResult, type StandardOverview } from '#core/rating/visitOverview.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { MarkLegend } from '#client/ui/parts/MarkLegend.tsx';
import { MarkStrip } from '#client/ui/parts/MarkStrip.tsx';
import styles from './ChapterCard.module.css';

/** Each chapter as one sign per standard; the row opens the chapter where it is not done. */
export function ChapterCard({ world, rows }: { readonly world: VisitWorld; readonly rows: readonly StandardOverview[] }) {
  const { t } = useTranslation(['today', 'vocabulary']);
  const all = progressOf(rows, teamOrOwnResult);
  const legend = [...RESULTS.slice(2), ...RESULTS.slice(1, 2), ...RESULTS.slice(0, 1)];
  return (
    <Card title={t('chapters.title')} side={t('chapters.progress', { count: all.total - all.done, done: all.done, total: all.total })}>
      {byChapter(rows).map(({ chapter, rows: inChapter }) => <ChapterRow key={chapter.id} world={world} rows={inChapter} />)}
      <MarkLegend entries={legend.map((value) => ({ key: value, mark: <ResultMark value={value} size={18} />, label: t(`vocabulary:resultShort.${value}`) }))} />
      <p className={styles.note}>{t('chapters.note')}</p>
    </Card>
  );
}

function ChapterRow({ world, rows }: { readonly world: VisitWorld; readonly rows: readonly StandardOverview[] }) {
  const { t } = useTranslation(['today', 'vocabulary']);
  const language = useInterfaceLanguage();
  const [first] = rows;
  if (!first) return null;
  const { chapter } = first.place;
  const title = textIn(chapter.title, language);
  const { done, total } = progressOf(rows, teamOrOwnResult);
  const rated = rows.filter(isRated);
  const open = rated.find((row) => teamOrOwnResult(row) === 'not_reviewed') ?? rated[0] ?? first;
  const words = RESULTS.flatMap((result) => {
    const number = rated.filter((row) => teamOrOwnResult(row) === result).length;
    return number === 0 ? [] : [t('chapters.some', { number, result: t(`vocabulary:result.${result}`) })];
  });
  return (
    <ListRow
      inCard
      chevron
      href={standardHref(world.visitId, open.place.standard.id)}
      title={<><span className={styles.number}>{chapter.number}</span> <strong lang={title?.language}>{title?.text}</strong></>}
      side={<span className={styles.count}>{t('chapters.count', { done, total })}</span>}
      second={rated.length === 0 ? t('chapters.nothing') : (
        <MarkStrip
          label={words.join(', ')}
          marks={rated.map((row) => ({ key: row.place.standard.id, mark: <ResultMark value={teamOrOwnResult(row)} size={20} /> }))}
        />
      )}
    />
  );
}
