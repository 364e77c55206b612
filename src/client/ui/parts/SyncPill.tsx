import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconDeviceTablet } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SyncIcon, type SyncValue } from '#client/ui/marks/SyncIcon.tsx';
import { Press } from '#client/ui/Press.tsx';
import styles from './SyncPill.module.css';

type SyncPillProps = {
  /** What a tap answers: "¿Mi trabajo está a salvo? Guardado en esta tableta, 12 por enviar, sin red". */
  readonly label: string;
  readonly href?: string;
  readonly onPress?: () => void;
  readonly saved?: { readonly label: string; readonly shortLabel: string } | undefined;
  /** Grey: a fact. `attention` (amber) when work exists only here for 24 h without a copy. */
  readonly waiting?: { readonly label: ReactNode; readonly some: boolean; readonly attention?: boolean } | undefined;
  readonly state?: { readonly value: SyncValue; readonly label: string } | undefined;
  /** Read out politely when it changes; keep it short and stable. */
  readonly announce?: string;
};

/** Three cells: saved on this tablet · waiting · network. Two in portrait, one on a phone. One tap opens *¿Mi trabajo está a salvo?* */
export function SyncPill({ label, href, onPress, saved, waiting, state, announce }: SyncPillProps) {
  return (
    <>
      <Press href={href} onPress={onPress} label={label} className={styles.pill} active={waiting !== undefined}>
        {saved ? (
          <span className={`${styles.cell} ${styles.saved}`}>
            <span className={styles.tight}>
              <IconDeviceTablet size="1.25rem" stroke={2} aria-hidden="true" />
              <IconCheck size="1rem" stroke={3} aria-hidden="true" />
            </span>
            <span className={styles.long}>{saved.label}</span>
            <span className={styles.short}>{saved.shortLabel}</span>
          </span>
        ) : null}
        {waiting ? (
          <span className={`${styles.cell} ${styles.waiting}`} data-some={waiting.some} data-attention={waiting.attention ?? false}>
            <SyncIcon value="queued" size={18} />
            <span>{waiting.label}</span>
          </span>
        ) : null}
        {state ? (
          <span className={`${styles.cell} ${styles.state}`}>
            <SyncIcon value={state.value} />
            <span>{state.label}</span>
          </span>
        ) : null}
      </Press>
      <VisuallyHidden role="status">{announce}</VisuallyHidden>
    </>
  );
}
