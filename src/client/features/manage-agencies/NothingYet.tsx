import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/parts/SessionContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { LoadingLines } from '#client/ui/parts/LoadingLines.tsx';

type NothingYetProps = { readonly title: string; readonly text: string; readonly begin?: ReactNode };

/** What belongs here, how it arrives, one way to begin. Before the server has answered once, nothing is claimed. */
export function NothingYet({ title, text, begin }: NothingYetProps) {
  const { t } = useTranslation(['agency', 'common']);
  const { syncNow } = useSession();
  const network = useSyncStatus((status) => status.network);
  const [looking, setLooking] = useState(false);
  if (network === 'unknown') return <LoadingLines label={t('common:loading')} />;
  const look = async (): Promise<void> => {
    setLooking(true);
    await syncNow();
    setLooking(false);
  };
  return (
    <EmptyState
      title={title}
      text={network === 'unreachable' ? `${text} ${t('home.noNetworkNow')}` : text}
      actions={begin ?? <ActionButton kind="primary" size="lg" disabled={looking} onPress={() => void look()}>{looking ? t('home.looking') : t('home.look')}</ActionButton>}
    />
  );
}
