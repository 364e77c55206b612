import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/parts/Banner.tsx';

const MINUTE_S = 60;

/** Too many wrong passwords: how long none is tried. Read out once; the seconds that pass are only shown. */
export function WaitBanner({ secondsLeft }: { readonly secondsLeft: number }) {
  const { t } = useTranslation('signIn');
  const left = secondsLeft < MINUTE_S ? t('wait.seconds', { count: secondsLeft }) : t('wait.minutes', { count: Math.ceil(secondsLeft / MINUTE_S) });
  return (
    <Banner tone="warn" boxed alert>
      <strong>{t('error.tooMany')}</strong>{' '}
      <span aria-live="off">{left}</span>{' '}
      {t('wait.safe')}
    </Banner>
  );
}
