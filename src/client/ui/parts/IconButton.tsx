import type { ReactNode } from 'react';
import { Press, type PressProps } from '#client/ui/Press.tsx';
import styles from './IconButton.module.css';

type IconButtonProps = Pick<PressProps, 'href' | 'onPress' | 'disabled' | 'pressed' | 'expanded'> & {
  readonly label: string;
  readonly icon: ReactNode;
  /** Without an edge: lock, close, microphone inside a field. */
  readonly bare?: boolean;
};

/** An icon alone: only for back, search, microphone, filters, lock and close. */
export function IconButton({ icon, bare = false, ...press }: IconButtonProps) {
  return <Press {...press} className={`${styles.button} ${bare ? styles.bare : ''}`}>{icon}</Press>;
}
