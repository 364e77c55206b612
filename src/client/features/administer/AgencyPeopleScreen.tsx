import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminAgency, AdminPerson } from '#core/admin/adminApi.ts';
import { ok } from '#core/result.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { useOnline } from '#client/parts/useOnline.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import styles from './administer.module.css';
import { ReadersCard } from './ReadersCard.tsx';
import { VisitTeamCard } from './VisitTeamCard.tsx';

/** Who reads one agency, and the team of each of its visits. */
export function AgencyPeopleScreen({ agencyId }: { readonly agencyId: string }) {
  const { t } = useTranslation('admin');
  const { people, agencies } = useAdmin();
  const ask = useCallback(async () => {
    const [who, where] = await Promise.all([people(), agencies()]);
    if (!who.ok) return who;
    return where.ok ? ok({ people: who.value.people, agency: where.value.agencies.find(({ id }) => id === agencyId) }) : where;
  }, [people, agencies, agencyId]);
  const online = useOnline(ask);
  return (
    <OnlinePage
      active="agencies" width="narrow" online={online} title={<span lang="es">{online.value?.agency?.name || t('agencies.title')}</span>}
      back={{ label: t('agencies.title'), href: '/administer/agencies' }}
    >
      {({ people: all, agency }) => (agency ? <OneAgency agency={agency} people={all} onChanged={online.reload} /> : <Card><p>{t('agencies.none')}</p></Card>)}
    </OnlinePage>
  );
}

type OneAgencyProps = { readonly agency: AdminAgency; readonly people: readonly AdminPerson[]; readonly onChanged: () => Promise<void> };

function OneAgency({ agency, people, onChanged }: OneAgencyProps) {
  const { t } = useTranslation('admin');
  const { setRegion, setReaders } = useAdmin();
  const managers = people.filter(({ id }) => agency.managers.includes(id));
  return (
    <>
      {agency.visits.map((visit) => <VisitTeamCard key={`${visit.id} ${visit.leader} ${visit.advisors.join(' ')}`} agency={agency.id} visit={visit} people={people} onChanged={onChanged} />)}
      <Card flush title={t('agencies.managers')}>
        {managers.length === 0 ? <p className={styles.none}>{t('agencies.noManagers')}</p> : managers.map(({ id, name, email }) => <ListRow key={id} inCard mark={<PersonBadge name={name} size={40} />} title={name} second={<span className={styles.email}>{email}</span>} />)}
      </Card>
      <ReadersCard
        key={`region ${agency.region.join(' ')}`} title={t('agencies.region')} help={t('agencies.regionHelp')} chosen={agency.region} onChanged={onChanged}
        candidates={people.filter(({ role }) => role === 'regional_manager')} none={t('agencies.noRegional')} save={(users) => setRegion(agency.id, users)}
      />
      <ReadersCard
        key={`readers ${agency.readers.join(' ')}`} title={t('agencies.readers')} help={t('agencies.readersHelp')} chosen={agency.readers} onChanged={onChanged}
        candidates={people.filter(({ role }) => role === 'agency_reader')} none={t('agencies.noReaders')} save={(users) => setReaders(agency.id, users)}
      />
    </>
  );
}
