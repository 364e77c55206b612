import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { hoursWithoutNetwork } from './hoursWithoutNetwork.ts';
import { useSession } from './SessionContext.ts';
import { useDeviceWord } from './useDeviceWord.ts';
import { useFormat } from './useFormat.ts';
import { useNowMs } from './useNowMs.ts';

/** The one strip under the top bar: the server wants the password, the network its own sign-in, or a day without network with work that exists only here. */
export function NetworkBanner() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { lock } = useSession();
  const status = useSyncStatus();
  const device = useDeviceWord();
  const hours = hoursWithoutNetwork(status, useNowMs());
  if (status.signedOut) {
    return (
      <Banner tone="warn" action={<ActionButton onPress={lock}>{t('signedOutBanner.action')}</ActionButton>}>
        <strong>{t('signedOutBanner.lead')}</strong>{' '}
        {t('signedOutBanner.text')}
      </Banner>
    );
  }
  if (status.network === 'unreachable' && status.failure === 'captive-portal') {
    return (
      <Banner tone="warn" icon={<IconCloudOff stroke={2} />}>
        <strong>{t('portalBanner.lead')}</strong>{' '}
        {t('portalBanner.text')}
      </Banner>
    );
  }
  if (hours === undefined) return null;
  return (
    <Banner tone="warn" icon={<IconCloudOff stroke={2} />}>
      <strong>{t('noNetworkFor.lead', { count: hours })}</strong>{' '}
      {t(`noNetworkFor.text.${device}`, { count: status.waiting, formatted: format.number(status.waiting) })}
    </Banner>
  );
}
