import { useTranslation } from 'react-i18next';
import { visitScope } from '#core/op/scope.ts';
import { useAgencies } from '#client/parts/useAgencies.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useScopes } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './safety.module.css';

/** Each visit that this person may read, latest first: its file for a colleague, and its receipt. */
export function VisitsCard() {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const scopes = useScopes();
  // A regional manager reads visits and has no key of theirs.
  const isOnTeam = (visitId: string): boolean => ['team_leader', 'technical_advisor'].some((role) => [...(scopes.get(visitScope(visitId)) ?? [])].some((given) => given === role));
  const visits = useAgencies()
    .flatMap(({ agency, visits: cards }) => cards.filter(({ id }) => scopes.has(visitScope(id))).map((card) => ({ agency, card })))
    .toSorted((a, b) => b.card.startDate.localeCompare(a.card.startDate));
  if (visits.length === 0) return null;
  return (
    <Card title={t('visits.title')}>
      <ul className={styles.list}>
        {visits.map(({ agency, card }) => (
          <li key={card.id} className={styles.visit}>
            <span>
              <strong>{agency.name}</strong>
              <span className={styles.second}>{`${format.date(card.startDate)} – ${format.date(card.endDate)}`}</span>
            </span>
            <span className={styles.actions}>
              {isOnTeam(card.id) ? <ActionButton href={`/visits/${card.id}/pass`} label={t('visits.passOf', { agency: agency.name })}>{t('visits.pass')}</ActionButton> : null}
              <ActionButton href={`/visits/${card.id}/receipt`} label={t('visits.receiptOf', { agency: agency.name })}>{t('visits.receipt')}</ActionButton>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
