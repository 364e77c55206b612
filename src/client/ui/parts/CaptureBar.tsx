import type { ReactNode } from 'react';
import { Press } from '#client/ui/Press.tsx';
import styles from './CaptureBar.module.css';

type CaptureBarProps = {
  readonly label: string;
  readonly keys: readonly {
    readonly key: string;
    readonly label: string;
    readonly icon: ReactNode;
    readonly href?: string;
    readonly onPress?: () => void;
    readonly disabled?: boolean;
    /** `main`: the likeliest here. `recording`: is running. */
    readonly look?: 'main' | 'recording';
  }[];
};

/** Nota, Voz, Foto, Barrera, Entrevista: 84 px keys inside a `Dock`. */
export function CaptureBar({ label, keys }: CaptureBarProps) {
  return (
    <div role="group" aria-label={label} className={styles.bar}>
      {keys.map(({ key, label: word, icon, look, ...press }) => (
        <Press key={key} {...press} className={`${styles.key} ${look === undefined ? '' : styles[look]}`}>
          {icon}
          {word}
        </Press>
      ))}
    </div>
  );
}
