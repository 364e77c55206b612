import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AdminDevice, AdminSession } from '#core/admin/adminApi.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useOnlineAct } from '#client/parts/useOnline.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './administer.module.css';

type SessionRowProps = { readonly session: AdminSession; readonly devices: readonly AdminDevice[]; readonly onChanged: () => Promise<void> };

/** Where one is signed in. Ending it erases nothing: the password is asked for again. */
export function SessionRow({ session, devices, onChanged }: SessionRowProps) {
  const { t } = useTranslation(['admin', 'online']);
  const format = useFormat();
  const { endSession } = useAdmin();
  const { busy, failure, run } = useOnlineAct();
  const device = devices.find(({ id }) => id === session.device);
  const where = device === undefined ? t('sessions.noDevice') : device.letter === '' ? t('devices.first') : t('devices.letter', { letter: device.letter });
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        <ListRow inCard mark={<IconKey stroke={1.8} />} title={where} second={t('sessions.since', { from: format.dateTime(session.startedAt), until: format.date(session.expiresAt) })} />
        <ActionButton disabled={busy} onPress={() => void run(() => endSession(session.id)).then((done) => (done ? onChanged() : undefined))}>{t('sessions.end')}</ActionButton>
      </div>
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
    </div>
  );
}
