import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkspaceContext } from '#client/storage/WorkspaceContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { UpdateCard } from '#client/ui/parts/UpdateCard.tsx';
import { useUpdate } from './updates.ts';

const LOOK_EVERY_MS = 3_000;

/** Offers a new version only when nothing is half-typed and nothing is being sent; the resume ticket spares the password. */
export function UpdatePrompt() {
  const { t } = useTranslation('app');
  const { accept, later } = useUpdate();
  const workspace = useContext(WorkspaceContext);
  const sending = useSyncStatus((status) => status.phase === 'syncing' && status.waiting + status.waitingFiles > 0);
  const [typing, setTyping] = useState(true);
  useEffect(() => {
    const look = (): void => setTyping(workspace?.drafts.any() ?? false);
    look();
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [workspace]);
  if (!accept || typing || sending) return null;
  const update = async (): Promise<void> => {
    await workspace?.leaveResumeTicket();
    accept();
  };
  return (
    <UpdateCard
      title={t('update.title')}
      text={t('update.text')}
      actions={
        <>
          <ActionButton kind="primary" onPress={() => void update()}>{t('update.now')}</ActionButton>
          <ActionButton kind="quiet" onPress={later}>{t('update.later')}</ActionButton>
        </>
      }
    />
  );
}
