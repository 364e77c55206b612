import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson, AdminVisit } from '#core/admin/adminApi.ts';
import { mayHold } from '#core/people/role.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useOnlineAct } from '#client/parts/useOnline.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import styles from './administer.module.css';

type VisitTeamCardProps = { readonly agency: string; readonly visit: AdminVisit; readonly people: readonly AdminPerson[]; readonly onChanged: () => Promise<void> };

/** The team of a visit as it stands, and setting it anew: also where the leader is gone. */
export function VisitTeamCard({ agency, visit, people, onChanged }: VisitTeamCardProps) {
  const { t } = useTranslation(['admin', 'vocabulary']);
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const team = [visit.leader, ...visit.advisors].flatMap((id) => people.find((person) => person.id === id) ?? []);
  const dates = [...new Set([visit.startDate, visit.endDate])].filter(Boolean).map((day) => format.date(day)).join(' – ');
  return (
    <Card title={visit.kind === undefined ? t('team.visit') : t(`vocabulary:visitKind.${visit.kind}`)} side={dates}>
      {editing ? <TeamForm agency={agency} visit={visit} people={people} onChanged={onChanged} onCancel={() => setEditing(false)} /> : (
        <>
          {team.map(({ id, name, disabledAt }) => (
            <ListRow
              key={id} inCard mark={<PersonBadge name={name} size={40} />} title={name}
              second={<>{t(`vocabulary:accountRole.${id === visit.leader ? 'team_leader' : 'technical_advisor'}`)}{disabledAt === undefined ? null : <span className={styles.warn}>{t('person.closed')}</span>}</>}
            />
          ))}
          {team.length === 0 ? <p className={styles.none}>{t('team.nobody')}</p> : null}
          <div className={styles.actions}><ActionButton onPress={() => setEditing(true)}>{t('team.change')}</ActionButton></div>
        </>
      )}
    </Card>
  );
}

function TeamForm({ agency, visit, people, onChanged, onCancel }: VisitTeamCardProps & { readonly onCancel: () => void }) {
  const { t } = useTranslation(['admin', 'vocabulary', 'online']);
  const { setTeam } = useAdmin();
  const { busy, failure, run } = useOnlineAct();
  const open = people.filter(({ disabledAt }) => disabledAt === undefined).toSorted((a, b) => a.name.localeCompare(b.name));
  const leaders = open.filter(({ role }) => mayHold(role, 'team_leader'));
  const advisors = open.filter(({ role }) => mayHold(role, 'technical_advisor'));
  const [leader, setLeader] = useState(leaders.some(({ id }) => id === visit.leader) ? (visit.leader ?? '') : '');
  const [chosen, setChosen] = useState<readonly string[]>(visit.advisors.filter((id) => advisors.some((person) => person.id === id)));
  const save = async (): Promise<void> => {
    if (await run(() => setTeam(agency, visit.id, leader, chosen.filter((id) => id !== leader)))) await onChanged();
  };
  return (
    <div className={styles.stack}>
      <SelectField label={t('vocabulary:accountRole.team_leader')} value={leader} options={leaders.map(({ id, name }) => ({ value: id, label: name }))} onChange={setLeader} />
      <fieldset className={styles.group}>
        <legend>{t('team.advisors')}</legend>
        {advisors.filter(({ id }) => id !== leader).map(({ id, name, role }) => (
          <CheckRow key={id} label={name} second={t(`vocabulary:accountRole.${role}`)} checked={chosen.includes(id)} onChange={(checked) => setChosen(checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
        ))}
      </fieldset>
      <p>{t('team.whatHappens')}</p>
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
      <div className={styles.actions}>
        <ActionButton kind="primary" disabled={busy || leader === ''} onPress={() => void save()}>{t('team.set')}</ActionButton>
        <ActionButton kind="quiet" onPress={onCancel}>{t('common:cancel')}</ActionButton>
      </div>
    </div>
  );
}
