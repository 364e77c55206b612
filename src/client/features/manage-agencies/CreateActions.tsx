import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './agencies.module.css';

type CreateActionsProps = { readonly label: string; readonly busy: boolean; readonly errorText: string | undefined; readonly onCancel: () => void };

/** The end of a form that creates: what a missing network means for it, what went wrong, and the two ways on. */
export function CreateActions({ label, busy, errorText, onCancel }: CreateActionsProps) {
  const { t } = useTranslation(['agency', 'common']);
  const noNetwork = useSyncStatus((status) => status.network === 'unreachable');
  return (
    <>
      {noNetwork ? <Banner tone="info" boxed>{t('new.noNetwork')}</Banner> : null}
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <div className={styles.actions}>
        <ActionButton kind="primary" size="lg" submit disabled={busy}>{label}</ActionButton>
        <ActionButton kind="quiet" size="lg" onPress={onCancel}>{t('common:cancel')}</ActionButton>
      </div>
    </>
  );
}
