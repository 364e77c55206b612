import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminAgency } from '#core/admin/adminApi.ts';
import { foldText } from '#core/manual/foldText.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { ScrolledRows } from '#client/parts/ScrolledRows.tsx';
import { useOnline } from '#client/parts/useOnline.ts';
import { SearchField } from '#client/ui/fields/SearchField.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './administer.module.css';

const ROW_PX = 76;

/** Every agency, and how many may read it. */
export function AgenciesScreen() {
  const { t } = useTranslation('admin');
  const { agencies } = useAdmin();
  const online = useOnline(useCallback(() => agencies(), [agencies]));
  return (
    <OnlinePage active="agencies" online={online} title={t('agencies.title')} under={t('agencies.under')}>
      {(value) => <AgencyList agencies={value.agencies} />}
    </OnlinePage>
  );
}

function AgencyList({ agencies }: { readonly agencies: readonly AdminAgency[] }) {
  const { t } = useTranslation(['admin', 'agency']);
  const [search, setSearch] = useState('');
  const wanted = foldText(search.trim());
  const found = agencies.filter(({ name, acronym }) => foldText(`${name} ${acronym}`).includes(wanted)).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <SearchField label={t('agencies.search')} clearLabel={t('clear')} value={search} onChange={setSearch} />
      <Card flush>
        {found.length === 0 ? <p className={styles.none}>{t('agencies.none')}</p> : (
          <div className={styles.list}><ScrolledRows
            label={t('agencies.title')} rowPx={ROW_PX}
            rows={found.map(({ id, name, state, visits, managers, readers, region }) => ({
              key: id,
              node: (
                <ListRow
                  inCard strong chevron href={`/administer/agencies/${id}`} lang="es" title={name || t('agencies.noName')}
                  second={[state === undefined ? '' : t(`agency:state.${state}`), t('agencies.visits', { count: visits.length }), t('agencies.readersCount', { count: managers.length + readers.length + region.length })].filter(Boolean).join(' · ')}
                />
              ),
            }))}
          /></div>
        )}
      </Card>
    </>
  );
}
