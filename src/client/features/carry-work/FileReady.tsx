import { IconDeviceFloppy, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import type { MadeBundle } from '#client/storage/bundle/bundleOrder.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { canShareFile, saveFile, shareFile } from '#client/parts/saveFile.ts';
import styles from './carry.module.css';

type FileReadyProps = {
  readonly made: MadeBundle;
  readonly next: string;
  /** The file has left the app: saved or shared. */
  readonly onGone?: () => void;
  readonly onAgain: () => void;
};

/** The file that was made: to another app by the system's share sheet where there is one, or among the downloads. */
export function FileReady({ made, next, onGone, onAgain }: FileReadyProps) {
  const { t } = useTranslation('carry');
  const format = useFormat();
  const workspace = useWorkspace();
  const [gone, setGone] = useState<'shared' | 'saved' | 'notShared'>();
  const leave = (how: 'shared' | 'saved'): void => {
    setGone(how);
    onGone?.();
  };
  const share = async (): Promise<void> => {
    // Not awaited: the sheet opens only within the tap. Another app may push this page out of memory.
    void workspace.leaveResumeTicket();
    const shared = await shareFile(made.file);
    await workspace.takeBackResumeTicket();
    if (shared) leave('shared');
    else setGone('notShared');
  };
  const save = (): void => {
    saveFile(made.file);
    leave('saved');
  };
  const canShare = canShareFile(made.file);
  return (
    <Card look="ok" title={t('ready.title')}>
      <p className={styles.fileName}>{t('ready.file', { name: made.file.name, size: format.bytes(made.file.size) })}</p>
      <div className={styles.actions}>
        {canShare ? <ActionButton kind="primary" size="lg" onPress={() => void share()} icon={<IconShare2 size="1.375rem" stroke={2} aria-hidden="true" />}>{t('ready.share')}</ActionButton> : null}
        <ActionButton kind={canShare ? 'outline' : 'primary'} size="lg" onPress={save} icon={<IconDeviceFloppy size="1.375rem" stroke={2} aria-hidden="true" />}>{t('ready.save')}</ActionButton>
        <ActionButton kind="quiet" onPress={onAgain}>{t('ready.again')}</ActionButton>
      </div>
      <p role="status"><strong>{gone === undefined ? '' : t(`ready.${gone}`)}</strong></p>
      <p>{next}</p>
    </Card>
  );
}
