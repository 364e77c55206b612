import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './PhotoPicker.module.css';
import { PhotoStatus } from './PhotoStatus.tsx';
import { usePhotoPicking } from './usePhotoPicking.tsx';

type PhotoPickerProps = {
  /** Called once per picture, in order. */
  readonly onPicked: (photo: PreparedPhoto) => void | Promise<void>;
  /** On the camera's button: "Tomar foto". */
  readonly label: string;
  readonly disabled?: boolean;
};

/** Takes a picture with the camera, or chooses pictures that are on the tablet; what cannot be used is said in words. */
export function PhotoPicker({ onPicked, label, disabled = false }: PhotoPickerProps) {
  const { t } = useTranslation('capture');
  const picking = usePhotoPicking(onPicked);
  const off = disabled || picking.preparing;
  return (
    <div className={styles.picker}>
      <div className={styles.buttons}>
        <ActionButton kind="soft" icon={<IconCamera stroke={1.8} aria-hidden="true" />} onPress={picking.openCamera} disabled={off}>{label}</ActionButton>
        <ActionButton icon={<IconPhoto stroke={1.8} aria-hidden="true" />} onPress={picking.openFiles} disabled={off}>{t('photo.choose')}</ActionButton>
      </div>
      {picking.inputs}
      <PhotoStatus picking={picking} />
    </div>
  );
}
