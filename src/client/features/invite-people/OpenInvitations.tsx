import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationList } from '#core/protocol/identityWire.ts';
import { useAccess } from '#client/parts/AccessContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { type FailureKind, failureKind } from './failureKind.ts';
import styles from './invite.module.css';

type Open = InvitationList['invitations'][number];
type OpenInvitationsProps = { readonly invitations: readonly Open[]; readonly onRevoked: () => Promise<void> };

/** Who was invited and has not come yet. A code cannot be shown again: who lost it is invited anew. */
export function OpenInvitations({ invitations, onRevoked }: OpenInvitationsProps) {
  const { t } = useTranslation('invite');
  return (
    <Card title={t('open.title')} side={invitations.length > 0 ? String(invitations.length) : undefined}>
      {invitations.length === 0 ? <p className={styles.note}>{t('open.none')}</p> : invitations.map((one) => <OpenInvitation key={one.id} invitation={one} onRevoked={onRevoked} />)}
    </Card>
  );
}

function OpenInvitation({ invitation, onRevoked }: { readonly invitation: Open; readonly onRevoked: () => Promise<void> }) {
  const { t } = useTranslation(['invite', 'vocabulary', 'common']);
  const format = useFormat();
  const { revokeInvitation } = useAccess();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<FailureKind>();
  const { id, name, email, role, code, purpose, expiresAtMs } = invitation;
  const revoke = async (): Promise<void> => {
    const revoked = await revokeInvitation(id);
    const kind = revoked.ok ? undefined : failureKind(revoked.error);
    // Gone means used or revoked meanwhile: the list says so.
    if (kind === undefined || kind === 'gone') await onRevoked();
    setFailure(kind === 'gone' ? undefined : kind);
    setAsking(false);
  };
  const until = format.date(new Date(expiresAtMs).toISOString());
  return (
    <div className={styles.row}>
      <ListRow
        inCard mark={<IconMail stroke={1.8} />} title={purpose === 'reset' ? t('open.reset', { name }) : `${name} · ${code}`}
        second={<>{t(`vocabulary:accountRole.${role}`)}{' · '}<span className={styles.email}>{email}</span><br />{t('open.until', { date: until })}</>}
      />
      {failure ? <Banner tone="bad" boxed alert>{t(`failure.${failure}`)}</Banner> : null}
      <div className={styles.actions}>
        {asking ? (
          <>
            <ActionButton kind="danger" onPress={() => void revoke()}>{t('open.revokeNow')}</ActionButton>
            <ActionButton kind="quiet" onPress={() => setAsking(false)}>{t('common:cancel')}</ActionButton>
          </>
        ) : <ActionButton label={t('open.revokeOf', { name })} onPress={() => setAsking(true)}>{t('open.revoke')}</ActionButton>}
      </div>
    </div>
  );
}
