import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import type { Merged } from '#client/storage/bundle/bundleOrder.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './carry.module.css';

/** What the merge has added, and what did not fit. */
export function MergeDone({ merged: { ops, files, filesLeft } }: { readonly merged: Merged }) {
  const { t } = useTranslation('carry');
  const format = useFormat();
  return (
    <Card look="ok" title={t('done.title')}>
      <p role="status">
        {t('done.ops', { count: ops, formatted: format.number(ops) })}{' '}
        {files === 0 ? null : t('done.files', { count: files, formatted: format.number(files) })}
      </p>
      {filesLeft === 0 ? null : <Banner tone="warn" boxed>{t('done.filesLeft', { count: filesLeft, formatted: format.number(filesLeft) })}</Banner>}
      <p>{t('done.carried')}</p>
      <div className={styles.actions}>
        <ActionButton kind="primary" href="/">{t('done.home')}</ActionButton>
        <ActionButton href="/safe">{t('done.toSafe')}</ActionButton>
      </div>
    </Card>
  );
}
