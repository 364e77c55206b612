import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminDevice } from '#core/admin/adminApi.ts';
import { ok } from '#core/result.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { ScrolledRows } from '#client/parts/ScrolledRows.tsx';
import { useOnline } from '#client/parts/useOnline.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import styles from './administer.module.css';
import { DeviceRow } from './DeviceRow.tsx';

const ROW_PX = 140;
const FILTERS = ['all', 'waiting', 'revoked'] as const;
type Filter = (typeof FILTERS)[number];

/** Every tablet of everybody, the one that was seen last first. */
export function DevicesScreen() {
  const { t } = useTranslation('admin');
  const { people, devices } = useAdmin();
  const ask = useCallback(async () => {
    const [who, where] = await Promise.all([people(), devices()]);
    if (!who.ok) return who;
    return where.ok ? ok({ devices: where.value.devices, names: new Map(who.value.people.map(({ id, name }) => [id, name])) }) : where;
  }, [people, devices]);
  const online = useOnline(ask);
  return (
    <OnlinePage active="devices" online={online} title={t('devices.title')} under={t('devices.under')}>
      {(value) => <DeviceList {...value} onChanged={online.reload} />}
    </OnlinePage>
  );
}

const fits = (device: AdminDevice, filter: Filter): boolean => {
  switch (filter) {
    case 'all': return true;
    case 'waiting': return device.waiting.ops + device.waiting.files > 0;
    case 'revoked': return device.erase !== undefined;
  }
};

type DeviceListProps = { readonly devices: readonly AdminDevice[]; readonly names: ReadonlyMap<string, string>; readonly onChanged: () => Promise<void> };

function DeviceList({ devices, names, onChanged }: DeviceListProps) {
  const { t } = useTranslation('admin');
  const [filter, setFilter] = useState<Filter>('all');
  const found = devices.filter((device) => fits(device, filter)).toSorted((a, b) => (b.lastSeenAt ?? '').localeCompare(a.lastSeenAt ?? ''));
  return (
    <>
      <ChipRow label={t('devices.filter')}>
        {FILTERS.map((one) => <FilterChip key={one} selected={filter === one} onPress={() => setFilter(one)}>{t(`devices.filters.${one}`, { count: devices.filter((device) => fits(device, one)).length })}</FilterChip>)}
      </ChipRow>
      <Card flush>
        {found.length === 0 ? <p className={styles.none}>{t('devices.none')}</p> : (
          <div className={styles.list}><ScrolledRows
            label={t('devices.title')} rowPx={ROW_PX}
            rows={found.map((device) => ({ key: device.id, node: <DeviceRow device={device} owner={names.get(device.user) ?? t('common:unknownPerson')} onChanged={onChanged} /> }))}
          /></div>
        )}
      </Card>
    </>
  );
}
