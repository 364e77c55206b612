import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import type { MakeFile } from './useMakeFile.ts';
import styles from './carry.module.css';

type MakeButtonProps = { readonly file: MakeFile; readonly words: 'pass.prepare' | 'backUp.prepare'; readonly disabled?: boolean; readonly onMake: () => void };

/** Makes the file, whose size it says, and how far it has come. */
export function MakeButton({ file: { size, choice, making }, words, disabled = false, onMake }: MakeButtonProps) {
  const { t } = useTranslation('carry');
  const format = useFormat();
  if (making.step === 'making') {
    return (
      <div className={styles.making} role="status">
        <strong>{t('making.progress', { done: format.bytes(making.done), total: format.bytes(making.total) })}</strong>
        <progress className={styles.bar} value={making.done} max={Math.max(1, making.total)} aria-label={t('making.keepOpen')} />
        <span className={styles.second}>{t('making.keepOpen')}</span>
      </div>
    );
  }
  const bytes = size ? size.textBytes + size.files[choice].sizeBytes : 0;
  return (
    <ActionButton kind="primary" size="xl" full disabled={disabled || !size} onPress={onMake} icon={<IconFileExport size="1.5rem" stroke={2} aria-hidden="true" />}>
      {t(words, { size: format.bytes(bytes) })}
    </ActionButton>
  );
}
