import type { ReactNode } from 'react';
import { Press } from '#client/ui/Press.tsx';
import styles from './FilterChip.module.css';

type FilterChipProps = {
  readonly selected: boolean;
  readonly onPress: () => void;
  /** Only when the chip is an icon alone (the filters). */
  readonly label?: string;
  readonly children: ReactNode;
};

/** A filter or a reason that is on or off at once. */
export function FilterChip({ selected, onPress, label, children }: FilterChipProps) {
  return (
    <Press onPress={onPress} pressed={selected} label={label} className={styles.chip}>
      {children}
    </Press>
  );
}
