import { IconDeviceTablet, IconDeviceTabletOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminDevice } from '#core/admin/adminApi.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useOnlineAct } from '#client/parts/useOnline.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './administer.module.css';
import { EraseChoice } from './EraseChoice.tsx';

type DeviceRowProps = { readonly device: AdminDevice; readonly owner?: ReactNode; readonly onChanged: () => Promise<void> };

/** A tablet: since when, when it was last here, what waits on it, and taking it back. */
export function DeviceRow({ device, owner, onChanged }: DeviceRowProps) {
  const { t } = useTranslation(['admin', 'online']);
  const format = useFormat();
  const { revokeDevice } = useAdmin();
  const { busy, failure, run } = useOnlineAct();
  const [asking, setAsking] = useState(false);
  const { id, letter, registeredAt, lastSeenAt, waiting, erase, toldAt } = device;
  const mayRevoke = toldAt === undefined && erase !== 'at-once';
  const waits = waiting.ops + waiting.files;
  const name = letter === '' ? t('devices.first') : t('devices.letter', { letter });
  const since = waiting.oldestAt === undefined ? '' : t('devices.oldest', { date: format.dateTime(waiting.oldestAt) });
  const state = erase === undefined ? '' : toldAt === undefined ? t(`devices.revoked.${erase}`) : t('devices.told', { date: format.dateTime(toldAt) });
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        <ListRow
          inCard strong mark={erase ? <IconDeviceTabletOff stroke={1.8} /> : <IconDeviceTablet stroke={1.8} />} title={owner ?? name}
          second={
            <>
              {owner === undefined ? '' : `${name} · `}{lastSeenAt === undefined ? t('neverSeen') : t('seen', { when: format.dateTime(lastSeenAt) })}
              {` · ${t('devices.since', { date: format.date(registeredAt) })}`}
              {waits > 0 ? <span className={styles.waiting}>{[t('waiting', { count: waits, formatted: format.number(waits) }), since].filter(Boolean).join(' · ')}</span> : null}
              {state === '' ? null : <span className={styles.warn}>{state}</span>}
            </>
          }
        />
        {mayRevoke && !asking ? <ActionButton onPress={() => setAsking(true)} label={t('devices.revokeOf', { name })}>{t('devices.revoke')}</ActionButton> : null}
      </div>
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
      {asking ? (
        <EraseChoice
          waiting={waits} label={t('devices.revokeNow')} busy={busy} onCancel={() => setAsking(false)}
          onChoose={(chosen) => void run(() => revokeDevice(id, chosen)).then(async (done) => { if (done) { setAsking(false); await onChanged(); } })}
        />
      ) : null}
    </div>
  );
}
