import { IconPhoto } from '@tabler/icons-react';
import { Press } from '#client/ui/Press.tsx';
import styles from './PhotoThumb.module.css';

type PhotoThumbProps = {
  /** Undefined while the picture is being decrypted or has not arrived. */
  readonly src: string | undefined;
  readonly alt: string;
  /** "11:05 · 4.2.2". */
  readonly caption?: string;
  readonly size?: 'small' | 'large';
  readonly href?: string;
  readonly onPress?: () => void;
};

/** A small picture; with `href` or `onPress` it opens. */
export function PhotoThumb({ src, alt, caption, size = 'small', href, onPress }: PhotoThumbProps) {
  const body = (
    <>
      {src === undefined ? (
        <span role="img" aria-label={alt} className={styles.none}>
          <IconPhoto size="1.5rem" stroke={1.8} aria-hidden="true" />
        </span>
      ) : (
        <img src={src} alt={alt} draggable={false} />
      )}
      {caption === undefined ? null : <span className={styles.caption}>{caption}</span>}
    </>
  );
  const look = `${styles.thumb} ${size === 'large' ? styles.large : styles.small}`;
  if (href === undefined && onPress === undefined) return <span className={look}>{body}</span>;
  return <Press href={href} onPress={onPress} className={look}>{body}</Press>;
}
