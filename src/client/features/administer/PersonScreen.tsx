import { useTranslation } from 'react-i18next';
import type { AdminDevice, AdminPerson, AdminSession } from '#core/admin/adminApi.ts';
import { ok } from '#core/result.ts';
import { useCallback } from 'react';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { OnlinePage } from '#client/parts/OnlinePage.tsx';
import { useOnline } from '#client/parts/useOnline.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';
import { CloseAccount } from './CloseAccount.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { PersonForm } from './PersonForm.tsx';
import { ResetPassword } from './ResetPassword.tsx';
import { SessionRow } from './SessionRow.tsx';

/** One account: what may be corrected, where it is used, and closing it. */
export function PersonScreen({ userId }: { readonly userId: string }) {
  const { t } = useTranslation('admin');
  const { people, devices } = useAdmin();
  const ask = useCallback(async () => {
    const [who, where] = await Promise.all([people(), devices()]);
    if (!who.ok) return who;
    if (!where.ok) return where;
    return ok({ person: who.value.people.find(({ id }) => id === userId), devices: where.value.devices.filter(({ user }) => user === userId), sessions: where.value.sessions.filter(({ user }) => user === userId) });
  }, [people, devices, userId]);
  const online = useOnline(ask);
  return (
    <OnlinePage active="people" width="narrow" online={online} title={online.value?.person?.name ?? t('people.title')} back={{ label: t('people.title'), href: '/administer/people' }}>
      {({ person, ...used }) => (person ? <OnePerson person={person} {...used} onChanged={online.reload} /> : <Card><p>{t('people.nobody')}</p></Card>)}
    </OnlinePage>
  );
}

type OnePersonProps = {
  readonly person: AdminPerson;
  readonly devices: readonly AdminDevice[];
  readonly sessions: readonly AdminSession[];
  readonly onChanged: () => Promise<void>;
};

function OnePerson({ person, devices, sessions, onChanged }: OnePersonProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <PersonForm key={person.id} person={person} onChanged={onChanged} />
      <Card flush title={t('devices.title')}>
        {devices.length === 0 ? <p className={styles.none}>{t('devices.none')}</p> : devices.map((device) => <DeviceRow key={device.id} device={device} onChanged={onChanged} />)}
      </Card>
      <Card flush title={t('sessions.title')}>
        {sessions.length === 0 ? <p className={styles.none}>{t('sessions.none')}</p> : sessions.map((session) => <SessionRow key={session.id} session={session} devices={devices} onChanged={onChanged} />)}
      </Card>
      <ResetPassword key={`${person.id} password`} person={person} />
      <CloseAccount person={person} onChanged={onChanged} />
    </>
  );
}
