import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '#core/admin/adminApi.ts';
import { foldText } from '#core/manual/foldText.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { ScrolledRows } from '#client/parts/ScrolledRows.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useOnline } from '#client/parts/useOnline.ts';
import { SearchField } from '#client/ui/fields/SearchField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './administer.module.css';

const ROW_PX = 88;

/** Everybody who has an account; those whose account is closed at the end. */
export function PeopleScreen() {
  const { t } = useTranslation('admin');
  const online = useOnline(useAdmin().people);
  return (
    <OnlinePage
      active="people" online={online} title={t('people.title')} under={t('people.under')}
      side={<ActionButton kind="primary" href="/people/invite" icon={<IconUserPlus size="1.25rem" stroke={2} aria-hidden="true" />}>{t('people.invite')}</ActionButton>}
    >
      {({ people }) => <PeopleList people={people} />}
    </OnlinePage>
  );
}

function PeopleList({ people }: { readonly people: readonly AdminPerson[] }) {
  const { t } = useTranslation(['admin', 'vocabulary']);
  const [search, setSearch] = useState('');
  const wanted = foldText(search.trim());
  const words = (person: AdminPerson): string => foldText(`${person.name} ${person.email} ${person.code} ${t(`vocabulary:accountRole.${person.role}`)}`);
  const found = people.filter((person) => words(person).includes(wanted)).toSorted(byName);
  return (
    <>
      <SearchField label={t('people.search')} clearLabel={t('clear')} value={search} onChange={setSearch} />
      <Card flush>
        {found.length === 0 ? <p className={styles.none}>{t('people.nobody')}</p> : (
          <div className={styles.list}><ScrolledRows label={t('people.title')} rowPx={ROW_PX} rows={found.map((person) => ({ key: person.id, node: <PersonRow person={person} /> }))} /></div>
        )}
      </Card>
    </>
  );
}

const byName = (a: AdminPerson, b: AdminPerson): number => Number(a.disabledAt !== undefined) - Number(b.disabledAt !== undefined) || a.name.localeCompare(b.name);

function PersonRow({ person }: { readonly person: AdminPerson }) {
  const { t } = useTranslation(['admin', 'vocabulary']);
  const format = useFormat();
  const { id, name, email, code, role, disabledAt, lastSeenAt, waiting } = person;
  return (
    <ListRow
      inCard strong chevron dim={disabledAt !== undefined} href={`/administer/people/${id}`} mark={<PersonBadge name={name} size={44} />}
      title={`${name} · ${code}`}
      second={
        <>
          {`${t(`vocabulary:accountRole.${role}`)} · `}<span className={styles.email}>{email}</span>
          <br />
          {lastSeenAt ? t('seen', { when: format.dateTime(lastSeenAt) }) : t('neverSeen')}
          {waiting > 0 ? <span className={styles.waiting}>{t('waiting', { count: waiting, formatted: format.number(waiting) })}</span> : null}
        </>
      }
      side={disabledAt ? <Pill tone="mute">{t('person.closed')}</Pill> : undefined}
    />
  );
}
