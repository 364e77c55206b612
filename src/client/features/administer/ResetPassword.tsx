import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminPerson } from '#core/admin/adminApi.ts';
import type { InvitationMade } from '#core/protocol/identityWire.ts';
import { ok } from '#core/result.ts';
import { useAccess } from '#client/parts/AccessContext.ts';
import { OneTimeCode } from '#client/parts/OneTimeCode.tsx';
import { useOnlineAct } from '#client/parts/useOnline.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './administer.module.css';

/** A one-time code with which a person sets a new password. Opens nothing that lies on their tablet. */
export function ResetPassword({ person }: { readonly person: AdminPerson }) {
  const { t } = useTranslation(['invite', 'online']);
  const { resetPassword } = useAccess();
  const { busy, failure, run } = useOnlineAct();
  const [made, setMade] = useState<InvitationMade>();
  const make = (): Promise<boolean> => run(async () => {
    const answer = await resetPassword(person.id);
    if (!answer.ok) return answer;
    setMade(answer.value);
    return ok(undefined);
  });
  if (made) return <OneTimeCode made={{ ...made, name: person.name }} onClose={() => setMade(undefined)} />;
  return (
    <Card title={t('reset.title')}>
      <p>{t('reset.text')}</p>
      {failure ? <Banner tone="bad" boxed alert>{t(`online:failure.${failure}`)}</Banner> : null}
      <div className={styles.actions}>
        <ActionButton disabled={busy} onPress={() => void make()}>{busy ? t('reset.making') : t('reset.make')}</ActionButton>
      </div>
    </Card>
  );
}
