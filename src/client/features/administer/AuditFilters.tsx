import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '#core/admin/adminApi.ts';
import { AUDIT_ACTIONS, type AuditAction } from '#core/admin/auditActions.ts';
import type { AuditQuery } from '#client/sync/adminApi.ts';
import { DateField } from '#client/ui/fields/DateField.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';

/** Days are `YYYY-MM-DD` in this tablet's own time zone. */
export type AuditFilter = { readonly actor: string; readonly action: AuditAction | ''; readonly fromDay: string; readonly untilDay: string };

export const NO_FILTER: AuditFilter = { actor: '', action: '', fromDay: '', untilDay: '' };

/** What the server is asked; a day is all of it. */
export function queryOf({ actor, action, fromDay, untilDay }: AuditFilter): AuditQuery {
  return {
    ...(actor === '' ? {} : { actor }), ...(action === '' ? {} : { action }),
    ...(fromDay === '' ? {} : { from: new Date(`${fromDay}T00:00:00`).toISOString() }), ...(untilDay === '' ? {} : { until: new Date(`${untilDay}T23:59:59.999`).toISOString() }),
  };
}

type AuditFiltersProps = { readonly filter: AuditFilter; readonly people: readonly AdminPerson[]; readonly onChange: (filter: AuditFilter) => void };

export function AuditFilters({ filter, people, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const set = (change: Partial<AuditFilter>): void => onChange({ ...filter, ...change });
  const actions = AUDIT_ACTIONS.map((value) => ({ value, label: t(`action.${value}`) })).toSorted((a, b) => a.label.localeCompare(b.label));
  const names = people.map(({ id, name }) => ({ value: id, label: name })).toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Card label={t('filters')}>
      <div className={styles.pair}>
        <SelectField label={t('who')} value={filter.actor} emptyLabel={t('anybody')} options={names} onChange={(actor) => set({ actor })} />
        <SelectField label={t('what')} value={filter.action} emptyLabel={t('anything')} options={actions} onChange={(action) => set({ action })} />
        <DateField label={t('from')} value={filter.fromDay} onChange={(fromDay) => set({ fromDay })} />
        <DateField label={t('until')} value={filter.untilDay} onChange={(untilDay) => set({ untilDay })} />
      </div>
    </Card>
  );
}
