import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '#core/admin/adminApi.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useOnlineAct } from '#client/parts/useOnline.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';
import { EraseChoice } from './EraseChoice.tsx';

/** Closing an account, or opening it again. What the person wrote stays where it is, under their name. */
export function CloseAccount({ person, onChanged }: { readonly person: AdminPerson; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation(['admin', 'online']);
  const format = useFormat();
  const { closePerson, openPerson } = useAdmin();
  const { busy, failure, run } = useOnlineAct();
  const [asking, setAsking] = useState(false);
  const act = async (work: Parameters<typeof run>[0]): Promise<void> => {
    if (!(await run(work))) return;
    setAsking(false);
    await onChanged();
  };
  const { disabledAt } = person;
  return (
    <Card title={t('account.title')}>
      <p>{disabledAt === undefined ? t('account.open') : t('account.closedSince', { date: format.dateTime(disabledAt) })}</p>
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
      {disabledAt === undefined ? (
        asking ? (
          <EraseChoice waiting={person.waiting} label={t('account.closeNow')} busy={busy} onChoose={(erase) => void act(() => closePerson(person.id, erase))} onCancel={() => setAsking(false)} />
        ) : <div className={styles.actions}><ActionButton kind="dangerSoft" onPress={() => setAsking(true)}>{t('account.close')}</ActionButton></div>
      ) : <div className={styles.actions}><ActionButton disabled={busy} onPress={() => void act(() => openPerson(person.id))}>{t('account.openAgain')}</ActionButton></div>}
    </Card>
  );
}
