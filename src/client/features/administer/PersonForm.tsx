import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_SHORT_TEXT, type AdminPerson } from '#core/admin/adminApi.ts';
import { ACCOUNT_ROLES } from '#core/people/role.ts';
import { useAdmin } from '#client/parts/AdminContext.ts';
import { useOnlineAct } from '#client/parts/useOnline.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';

/** Name, e-mail and role. The code stands in records and is said aloud: it stays. */
export function PersonForm({ person, onChanged }: { readonly person: AdminPerson; readonly onChanged: () => Promise<void> }) {
  const { t } = useTranslation(['admin', 'vocabulary', 'online']);
  const { changePerson } = useAdmin();
  const { busy, failure, run } = useOnlineAct();
  const [fields, setFields] = useState({ name: person.name, email: person.email, role: person.role });
  const [saved, setSaved] = useState(false);
  const set = (change: Partial<typeof fields>): void => {
    setSaved(false);
    setFields((before) => ({ ...before, ...change }));
  };
  const isChanged = fields.name !== person.name || fields.email !== person.email || fields.role !== person.role;
  const isWhole = fields.name.trim() !== '' && fields.email.trim() !== '';
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isChanged || !isWhole) return;
    if (!(await run(() => changePerson(person.id, fields)))) return;
    setSaved(true);
    await onChanged();
  };
  return (
    <Card title={t('person.who')} side={person.code}>
      <form className={styles.stack} onSubmit={(event) => void save(event)} noValidate>
        <TextField label={t('person.name')} value={fields.name} maxLength={MAX_SHORT_TEXT} error={fields.name.trim() === '' ? t('person.nameMissing') : undefined} onChange={(name) => set({ name })} />
        <TextField label={t('person.email')} help={t('person.emailHelp')} type="email" value={fields.email} maxLength={MAX_SHORT_TEXT} error={fields.email.trim() === '' ? t('person.emailMissing') : undefined} onChange={(email) => set({ email })} />
        <SelectField
          label={t('person.role')} help={t('person.roleHelp')} value={fields.role}
          options={ACCOUNT_ROLES.map((value) => ({ value, label: t(`vocabulary:accountRole.${value}`) }))} onChange={(role) => set(role === '' ? {} : { role })}
        />
        {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
        <div className={styles.actions}>
          <ActionButton kind="primary" submit disabled={busy || !isChanged || !isWhole}>{t('save')}</ActionButton>
          {saved ? <span role="status" className={styles.saved}>{t('saved')}</span> : null}
        </div>
      </form>
    </Card>
  );
}
