import { IconKey } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryList } from '#core/protocol/identityWire.ts';
import { useAccess } from '#client/parts/AccessContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { type FailureKind, failureKind } from './failureKind.ts';
import styles from './invite.module.css';

/** Tablets whose password was forgotten. Two people answer at the server; here one sees who asks, and refuses what nobody asked for. */
export function RecoveryRequests() {
  const { t } = useTranslation('invite');
  const { recoveryRequests } = useAccess();
  const [requests, setRequests] = useState<RecoveryList['requests']>([]);
  const [failure, setFailure] = useState<FailureKind>();
  const load = useCallback(async (): Promise<void> => {
    const answer = await recoveryRequests();
    setFailure(answer.ok ? undefined : failureKind(answer.error));
    if (answer.ok) setRequests(answer.value.requests);
  }, [recoveryRequests]);
  useEffect(() => void load(), [load]);
  if (requests.length === 0 && !failure) return null;
  return (
    <Card title={t('recovery.title')} side={requests.length > 0 ? String(requests.length) : undefined} look="warn">
      {failure ? <Banner tone="warn" boxed>{t(`failure.${failure}`)}</Banner> : null}
      {requests.map((request) => <RecoveryRequest key={request.id} request={request} onRefused={load} />)}
      {requests.length > 0 ? <p className={styles.note}>{t('recovery.how')}</p> : null}
    </Card>
  );
}

function RecoveryRequest({ request, onRefused }: { readonly request: RecoveryList['requests'][number]; readonly onRefused: () => Promise<void> }) {
  const { t } = useTranslation('invite');
  const format = useFormat();
  const { refuseRecovery } = useAccess();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<FailureKind>();
  const { id, code, name, email, askedAtMs } = request;
  const refuse = async (): Promise<void> => {
    const refused = await refuseRecovery(id);
    const kind = refused.ok ? undefined : failureKind(refused.error);
    setFailure(kind === 'gone' ? undefined : kind);
    setAsking(false);
    await onRefused();
  };
  return (
    <div className={styles.row}>
      <ListRow
        inCard mark={<IconKey stroke={1.8} />} title={name}
        second={<><span className={styles.email}>{email}</span><br />{t('recovery.asked', { time: format.dateTime(new Date(askedAtMs).toISOString()) })}<br /><strong>{t('recovery.code', { code })}</strong></>}
      />
      {failure ? <Banner tone="bad" boxed alert>{t(`failure.${failure}`)}</Banner> : null}
      <div className={styles.actions}>
        {asking ? (
          <>
            <ActionButton kind="danger" onPress={() => void refuse()}>{t('recovery.refuseNow')}</ActionButton>
            <ActionButton kind="quiet" onPress={() => setAsking(false)}>{t('common:cancel')}</ActionButton>
          </>
        ) : <ActionButton label={t('recovery.refuseOf', { name })} onPress={() => setAsking(true)}>{t('recovery.refuse')}</ActionButton>}
      </div>
    </div>
  );
}
