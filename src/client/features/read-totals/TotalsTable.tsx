import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import styles from './TotalsTable.module.css';

type Line = { readonly name: string; readonly count: number };
type TotalsTableProps = { readonly label: string; readonly groups: readonly (Line & { readonly parts: readonly Line[] | undefined })[] };

/** Groups and, where they are large enough, what they consist of. */
export function TotalsTable({ label, groups }: TotalsTableProps) {
  const { t } = useTranslation('totals');
  const format = useFormat();
  if (groups.length === 0) return <p className={styles.none}>{t('nothing')}</p>;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{label}</caption>
      <tbody>
        {groups.map(({ name, count, parts = [] }) => (
          <Fragment key={name}>
            <tr className={styles.group}><th scope="row">{name}</th><td>{format.number(count)}</td></tr>
            {parts.map((part) => <tr key={part.name}><th scope="row">{part.name}</th><td>{format.number(part.count)}</td></tr>)}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
