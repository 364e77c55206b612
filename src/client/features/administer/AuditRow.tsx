import { useTranslation } from 'react-i18next';
import type { AdminPerson, ShownAuditEntry } from '#core/admin/adminApi.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './administer.module.css';
import { AuditDetail } from './AuditDetail.tsx';

/** One act: what, on what, by whom, when and from where. */
export function AuditRow({ entry, people }: { readonly entry: ShownAuditEntry; readonly people: readonly AdminPerson[] }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { seq, at, actor, ip, action, subject, subjectName = '', detail } = entry;
  const nameOf = (id: string): string | undefined => people.find((person) => person.id === id)?.name;
  const about = subject === actor ? '' : subjectName;
  return (
    <ListRow
      inCard number={String(seq)} title={about === '' ? t(`action.${action}`) : `${t(`action.${action}`)}: ${about}`} side={<span className={styles.sideWords}>{format.dateTime(at)}</span>}
      second={<>{[actor === '' ? t('nobody') : (nameOf(actor) ?? actor), ip].filter(Boolean).join(' · ')}<br /><AuditDetail detail={detail} nameOf={nameOf} /></>}
    />
  );
}
