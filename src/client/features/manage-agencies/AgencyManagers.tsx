import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '#core/agency/agency.ts';
import { agencyScope } from '#core/op/scope.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import { useSession } from '#client/parts/SessionContext.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import styles from './agencies.module.css';

/** Who receives the findings. A leader names one among the accounts that have that role. */
export function AgencyManagers({ agency, isLeader }: { readonly agency: Agency; readonly isLeader: boolean }) {
  const { t } = useTranslation(['agency', 'common']);
  const people = usePeople();
  const { syncNow } = useSession();
  const { seal, sealing, errorText } = useSealing();
  const [chosen, setChosen] = useState('');
  const candidates = [...people.values()].filter(({ id, role }) => role === 'accreditation_manager' && !agency.managers.includes(id));

  const name = async (): Promise<void> => {
    const sealed = await seal(
      [{ scope: agencyScope(agency.id), entity: 'agency', entityId: agency.id, set: { [`manager.${chosen}`]: true } }],
      { command: { type: 'name-manager', agency: agency.id, user: chosen } },
    );
    if (!sealed) return;
    setChosen('');
    void syncNow();
  };

  return (
    <Card title={t('agency.managers')}>
      {agency.managers.map((id) => {
        const who = people.get(id)?.name ?? t('common:unknownPerson');
        return <ListRow key={id} inCard mark={<PersonBadge name={who} />} title={who} />;
      })}
      {agency.managers.length === 0 ? <p className={styles.none}>{t('agency.noManager')}</p> : null}
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      {isLeader && candidates.length > 0 ? (
        <>
          <SelectField label={t('agency.nameManager')} help={t('agency.nameManagerHelp')} value={chosen} options={candidates.map(({ id, name: label }) => ({ value: id, label }))} emptyLabel={t('agency.choosePerson')} onChange={setChosen} />
          <div className={styles.actions}><ActionButton kind="outline" disabled={chosen === '' || sealing} onPress={() => void name()}>{t('agency.name')}</ActionButton></div>
        </>
      ) : null}
      {isLeader && candidates.length === 0 && agency.managers.length === 0 ? <p className={styles.none}>{t('agency.noCandidate')}</p> : null}
    </Card>
  );
}
