import { useTranslation } from 'react-i18next';
import type { ScopeId } from '#core/op/scope.ts';
import { useDeviceWord } from './useDeviceWord.ts';
import { useFormat } from './useFormat.ts';
import { type PhotoBytes, usePhotoBytes } from './usePhotoBytes.ts';
import { usePhotoUrl } from './usePhotoUrl.ts';
import styles from './PhotoView.module.css';

type FullPhotoProps = { readonly scope: ScopeId; readonly photo: { readonly workingFile: string; readonly thumbFile: string }; readonly alt: string };

/** A picture as wide as there is room: its working copy, fetched when it is opened; the thumbnail until it is here. */
export function FullPhoto(props: FullPhotoProps) {
  return <Picture key={`${props.scope}/${props.photo.workingFile}`} {...props} />;
}

function Picture({ scope, photo, alt }: FullPhotoProps) {
  const full = usePhotoBytes(scope, photo.workingFile, true);
  const small = usePhotoBytes(scope, photo.thumbFile, false);
  const fullUrl = usePhotoUrl(full.kind === 'here' ? full.bytes : undefined);
  const smallUrl = usePhotoUrl(small.kind === 'here' ? small.bytes : undefined);
  const words = useWords(full);
  const url = fullUrl ?? smallUrl;
  return (
    <figure className={styles.figure}>
      {url === undefined ? null : <img className={fullUrl === undefined ? styles.preview : styles.full} src={url} alt={alt} />}
      {words === undefined ? null : <figcaption className={styles.missing} role="status">{words}</figcaption>}
    </figure>
  );
}

function useWords(full: PhotoBytes): string | undefined {
  const { t } = useTranslation('capture');
  const format = useFormat();
  const device = useDeviceWord();
  switch (full.kind) {
    case 'here': return undefined;
    case 'opening': return t('photo.opening');
    case 'coming':
      return full.progress ? t('photo.comingOf', { done: format.bytes(full.progress.done), total: format.bytes(full.progress.total) }) : t('photo.coming');
    case 'not-here': return full.why === 'not-fetched' ? t(`photo.notHere.${device}`) : t(`photo.notFetched.${full.why}`);
  }
}
