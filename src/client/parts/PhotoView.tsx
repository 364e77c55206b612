import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScopeId } from '#core/op/scope.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PhotoThumb } from '#client/ui/parts/PhotoThumb.tsx';
import { useDeviceWord } from './useDeviceWord.ts';
import styles from './PhotoView.module.css';

type PhotoViewProps = {
  readonly scope: ScopeId;
  readonly sha256: string;
  readonly alt: string;
  /** `full`: as wide as there is room. */
  readonly size: 'small' | 'large' | 'full';
  readonly caption?: string;
  readonly onPress?: () => void;
};

type Loaded = { readonly kind: 'opening' } | { readonly kind: 'here'; readonly url: string } | { readonly kind: 'not-here' };

/** A picture of the encrypted vault; says so where its bytes are not on this tablet yet. */
export function PhotoView(props: PhotoViewProps) {
  return <Picture key={`${props.scope}/${props.sha256}`} {...props} />;
}

function Picture({ scope, sha256, alt, size, caption, onPress }: PhotoViewProps) {
  const { t } = useTranslation('capture');
  const notHere = t(`photo.notHere.${useDeviceWord()}`);
  const loaded = usePhotoUrl(scope, sha256);
  const url = loaded.kind === 'here' ? loaded.url : undefined;
  const missing = loaded.kind === 'not-here';
  if (size === 'full') {
    if (url !== undefined) return <img className={styles.full} src={url} alt={alt} />;
    return <p className={styles.missing} role="status">{missing ? notHere : t('photo.opening')}</p>;
  }
  return (
    <span className={styles.view}>
      <PhotoThumb src={url} alt={alt} size={size} {...(caption === undefined ? {} : { caption })} {...(onPress === undefined ? {} : { onPress })} />
      {missing ? <span className={styles.missing}>{notHere}</span> : null}
    </span>
  );
}

/** The object URL lives as long as the picture is shown: plain bytes do not stay in memory after. */
function usePhotoUrl(scope: ScopeId, sha256: string): Loaded {
  const workspace = useWorkspace();
  const state = useScopeState(scope);
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'opening' });
  const isHere = loaded.kind === 'here';
  // Bytes that are missing may come with anything that changes the scope: then it looks again.
  useEffect(() => {
    if (isHere) return;
    let current = true;
    void workspace.files.read(scope, sha256).then((bytes) => {
      if (!current) return;
      setLoaded(bytes === undefined ? { kind: 'not-here' } : { kind: 'here', url: URL.createObjectURL(new Blob([new Uint8Array(bytes)])) });
    });
    return () => {
      current = false;
    };
  }, [workspace, scope, sha256, state, isHere]);
  useEffect(() => (loaded.kind === 'here' ? () => URL.revokeObjectURL(loaded.url) : undefined), [loaded]);
  return loaded;
}
