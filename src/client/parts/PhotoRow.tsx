import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScopeId } from '#core/op/scope.ts';
import { SheetDrawer } from '#client/ui/parts/SheetDrawer.tsx';
import { FullPhoto } from './FullPhoto.tsx';
import styles from './PhotoRow.module.css';
import { PhotoView } from './PhotoView.tsx';

export type ShownPhoto = { readonly id: string; readonly workingFile: string; readonly thumbFile: string; readonly alt: string };

/** Pictures side by side; a tap opens one as large as the screen. */
export function PhotoRow({ scope, photos }: { readonly scope: ScopeId; readonly photos: readonly ShownPhoto[] }) {
  const { t } = useTranslation('common');
  const [openId, setOpenId] = useState<string>();
  const open = photos.find((photo) => photo.id === openId);
  if (photos.length === 0) return null;
  return (
    <div className={styles.photos}>
      {photos.map((photo) => (
        <PhotoView key={photo.id} scope={scope} sha256={photo.thumbFile} size="large" alt={photo.alt} onPress={() => setOpenId(photo.id)} />
      ))}
      <SheetDrawer opened={open !== undefined} onClose={() => setOpenId(undefined)} title={open?.alt ?? ''} closeLabel={t('close')}>
        {open ? <FullPhoto scope={scope} photo={open} alt={open.alt} /> : null}
      </SheetDrawer>
    </div>
  );
}
