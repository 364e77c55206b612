import type { ReactNode } from 'react';
import { Press, type PressProps } from '#client/ui/Press.tsx';
import styles from './ActionButton.module.css';

export type ActionKind = 'primary' | 'outline' | 'soft' | 'danger' | 'dangerSoft' | 'mark' | 'quiet';

export type ActionButtonProps = Pick<PressProps, 'href' | 'onPress' | 'disabled' | 'submit' | 'label' | 'pressed' | 'expanded' | 'buttonRef'> & {
  /** `mark` (amber) only for capturing and for the next place to go; `quiet` is a text button. */
  readonly kind?: ActionKind;
  /** 48, 56 or 64 px high; more when the words need two lines. */
  readonly size?: 'md' | 'lg' | 'xl';
  readonly icon?: ReactNode;
  readonly iconAfter?: ReactNode;
  readonly full?: boolean;
  readonly children: ReactNode;
};

/** The product's button; a real link when it has `href`. */
export function ActionButton({ kind = 'outline', size = 'md', icon, iconAfter, full = false, children, ...press }: ActionButtonProps) {
  const look = [styles.button, kind === 'outline' ? '' : styles[kind], size === 'md' ? '' : styles[size], full ? styles.full : ''];
  return (
    <Press {...press} className={look.filter(Boolean).join(' ')}>
      {icon}
      <span>{children}</span>
      {iconAfter}
    </Press>
  );
}
