import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { useBrought } from './useBrought.ts';

/** Says, before anybody tries, that nothing can be settled, handed over or decided on these yet. */
export function NotProvedBanner({ opIds }: { readonly opIds: readonly string[] }) {
  const { t } = useTranslation('copy');
  return useBrought(opIds)?.proved === false ? <Banner tone="warn" boxed>{t('brought.stops')}</Banner> : null;
}
