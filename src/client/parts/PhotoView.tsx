import { useTranslation } from 'react-i18next';
import type { ScopeId } from '#core/op/scope.ts';
import { PhotoThumb } from '#client/ui/parts/PhotoThumb.tsx';
import { useDeviceWord } from './useDeviceWord.ts';
import { usePhotoBytes } from './usePhotoBytes.ts';
import { usePhotoUrl } from './usePhotoUrl.ts';
import styles from './PhotoView.module.css';

type PhotoViewProps = {
  readonly scope: ScopeId;
  /** The thumbnail's: it comes with the text. */
  readonly sha256: string;
  readonly alt: string;
  readonly size: 'small' | 'large';
  readonly caption?: string;
  readonly onPress?: () => void;
};

/** A small picture of the encrypted vault; says so where its bytes are not on this tablet yet. */
export function PhotoView(props: PhotoViewProps) {
  return <Picture key={`${props.scope}/${props.sha256}`} {...props} />;
}

function Picture({ scope, sha256, alt, size, caption, onPress }: PhotoViewProps) {
  const { t } = useTranslation('capture');
  const notHere = t(`photo.notHere.${useDeviceWord()}`);
  const found = usePhotoBytes(scope, sha256, false);
  const url = usePhotoUrl(found.kind === 'here' ? found.bytes : undefined);
  return (
    <span className={styles.view}>
      <PhotoThumb src={url} alt={alt} size={size} {...(caption === undefined ? {} : { caption })} {...(onPress === undefined ? {} : { onPress })} />
      {found.kind === 'not-here' ? <span className={styles.missing}>{notHere}</span> : null}
    </span>
  );
}
