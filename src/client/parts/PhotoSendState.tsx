import { useTranslation } from 'react-i18next';
import type { ScopeId } from '#core/op/scope.ts';
import { SyncIcon, type SyncValue } from '#client/ui/marks/SyncIcon.tsx';
import { useDeviceWord } from './useDeviceWord.ts';
import { useFormat } from './useFormat.ts';
import styles from './PhotoSendState.module.css';
import { type PhotoState, usePhotoState } from './usePhotoState.ts';

const ICONS: Readonly<Record<PhotoState['kind'], SyncValue>> = {
  saved: 'sealed', waiting: 'queued', 'waiting-for-wifi': 'queued', sending: 'queued', 'on-server': 'acknowledged', refused: 'refused',
};

type PhotoSendStateProps = { readonly scope: ScopeId; readonly photo: { readonly workingFile: string; readonly thumbFile: string } };

/** Under a picture: saved here, waiting, how much of it was sent, on the server. */
export function PhotoSendState({ scope, photo }: PhotoSendStateProps) {
  const { t } = useTranslation('capture');
  const format = useFormat();
  const device = useDeviceWord();
  const state = usePhotoState(scope, photo);
  if (!state) return null;
  const words = {
    saved: () => t(`photo.state.saved.${device}`),
    waiting: () => t('photo.state.waiting'),
    'waiting-for-wifi': () => t('photo.state.wifi'),
    sending: () => t('photo.state.sending', { percent: format.number(state.kind === 'sending' ? state.percent : 0) }),
    'on-server': () => t('photo.state.onServer'),
    refused: () => t(state.kind === 'refused' && state.code === 'file-kind' ? 'photo.state.notTaken' : 'photo.state.refused'),
  };
  return (
    <span className={styles.state}>
      <SyncIcon value={ICONS[state.kind]} size={16} />
      {words[state.kind]()}
    </span>
  );
}
