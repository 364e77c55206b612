import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '#core/admin/adminApi.ts';
import { useOnlineAct, type OnlineAct } from '#client/parts/useOnline.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';

type ReadersCardProps = {
  readonly title: string;
  readonly help: string;
  readonly none: string;
  readonly chosen: readonly string[];
  readonly candidates: readonly AdminPerson[];
  readonly save: (users: readonly string[]) => ReturnType<Parameters<OnlineAct['run']>[0]>;
  readonly onChanged: () => Promise<void>;
};

/** Who of some people reads an agency: the whole list is set at once. A closed account can only be taken out. */
export function ReadersCard({ title, help, none, chosen, candidates, save, onChanged }: ReadersCardProps) {
  const { t } = useTranslation(['admin', 'online']);
  const { busy, failure, run } = useOnlineAct();
  const [users, setUsers] = useState<readonly string[]>(chosen);
  const shown = candidates.filter(({ id, disabledAt }) => disabledAt === undefined || chosen.includes(id));
  const isChanged = users.length !== chosen.length || users.some((user) => !chosen.includes(user));
  return (
    <Card title={title}>
      <p>{help}</p>
      {shown.length === 0 ? <p className={styles.none}>{none}</p> : shown.map(({ id, name, email, disabledAt }) => (
        <CheckRow
          key={id} label={name} second={disabledAt === undefined ? email : t('person.closed')} checked={users.includes(id)} disabled={disabledAt !== undefined && !users.includes(id)}
          onChange={(checked) => setUsers(checked ? [...users, id] : users.filter((user) => user !== id))}
        />
      ))}
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
      {isChanged ? (
        <div className={styles.actions}>
          <ActionButton kind="primary" disabled={busy} onPress={() => void run(() => save(users)).then((done) => (done ? onChanged() : undefined))}>{t('save')}</ActionButton>
          <ActionButton kind="quiet" onPress={() => setUsers(chosen)}>{t('common:cancel')}</ActionButton>
        </div>
      ) : null}
    </Card>
  );
}
