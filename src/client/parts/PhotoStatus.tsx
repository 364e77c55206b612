import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './PhotoPicker.module.css';
import type { PhotoPicking } from './usePhotoPicking.tsx';

/** That pictures are being made ready, and what could not be used. */
export function PhotoStatus({ picking }: { readonly picking: Pick<PhotoPicking, 'preparing' | 'problems'> }) {
  const { t } = useTranslation('capture');
  return (
    <>
      <div role="status" className={styles.status}>{picking.preparing ? t('photo.preparing') : null}</div>
      {picking.problems.map((problem) => <Banner key={problem} tone="bad" boxed alert>{problem}</Banner>)}
    </>
  );
}
