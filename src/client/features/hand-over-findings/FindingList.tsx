import { useTranslation } from 'react-i18next';
import { findingNumber } from '#core/finding/findingNumber.ts';
import { rowsByState, type FindingRow } from '#core/finding/findingRows.ts';
import { headline } from '#core/finding/headline.ts';
import { DueText } from '#client/parts/DueText.tsx';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { PriorityWord } from '#client/parts/PriorityWord.tsx';
import { ScrolledRows, type ScrolledRow } from '#client/parts/ScrolledRows.tsx';
import { useToday } from '#client/parts/useToday.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { FindingStateMark } from '#client/ui/marks/FindingStateMark.tsx';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import { GroupHeading } from '#client/ui/parts/GroupHeading.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './FindingList.module.css';

/** Findings grouped by state, inside a group by the number of their standard. */
export function FindingList({ world, rows }: { readonly world: VisitWorld; readonly rows: readonly FindingRow[] }) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  const flat = rowsByState(sortByPlace(world, rows)).flatMap((group): readonly ScrolledRow[] => [
    {
      key: `group ${group.state}`,
      node: <GroupHeading title={t(`state.${group.state}`)} count={t('list.count', { count: group.rows.length })} />,
    },
    ...group.rows.map((row) => ({ key: row.id, node: <OneFinding world={world} row={row} /> })),
  ]);
  return <div className={styles.list}><ScrolledRows rows={flat} label={t('list.title')} rowPx={104} /></div>;
}

function OneFinding({ world, row }: { readonly world: VisitWorld; readonly row: FindingRow }) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  const today = useToday(world.agencyCard.timeZone);
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const settled = row.state === 'verified_closed' || row.state === 'accepted_risk';
  return (
    <ListRow
      href={`/visits/${world.visitId}/findings/${row.id}`}
      mark={<RowMark row={row} />}
      number={findingNumber(index, row.standard, row.bullets) ?? row.code}
      corner={
        <span className={styles.facts}>
          {row.priority ? <PriorityWord value={row.priority} /> : null}
          <DueText dueDate={row.dueDate} today={today} settled={settled} />
        </span>
      }
      title={
        <>
          <span lang={row.statement === '' ? undefined : row.statementLanguage}>{headline(row.statement) || t('list.noStatement')}</span>{' '}
          {row.statement === '' ? null : <OtherLanguageTag language={row.statementLanguage} />}
        </>
      }
      second={[
        row.code,
        row.kind ? t(`vocabulary:findingKind.${row.kind}`) : t('list.noKind'),
        row.publication === 'changed_since' ? t('changedSince.short') : '',
      ].filter((word) => word !== '').join(' · ')}
      chevron
    />
  );
}

function RowMark({ row }: { readonly row: FindingRow }) {
  if (row.state === 'conflict') return <SyncIcon value="conflict" size={24} />;
  return <FindingStateMark value={row.state === 'ready' ? 'draft' : row.state} />;
}

function sortByPlace({ manual }: VisitWorld, rows: readonly FindingRow[]): readonly FindingRow[] {
  const position = (row: FindingRow): number => (manual.kind === 'ready' ? (manual.index.placeById.get(row.standard)?.position ?? Infinity) : 0);
  return rows.toSorted((a, b) => {
    const [left, right] = [position(a), position(b)];
    if (left !== right) return left < right ? -1 : 1;
    return a.code < b.code ? -1 : 1;
  });
}
