import { IconSearch, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import styles from './FieldFrame.module.css';

type SearchFieldProps = {
  /** Also shown as the hint in the empty field: "4.2.3 o palabras". */
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Somebody is about to search: what it needs may be fetched. */
  readonly onFocus?: () => void;
};

/** A number or words. The one field whose label may stand inside. */
export function SearchField({ label, clearLabel, value, onChange, onFocus }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <span className={styles.shell} data-icon="true" data-end={value !== ''} role="search">
      <span className={styles.icon} aria-hidden="true">
        <IconSearch stroke={2} />
      </span>
      <input ref={input} className={styles.input} type="text" inputMode="search" enterKeyHint="search" autoComplete="off" aria-label={label} placeholder={label} value={value} onFocus={onFocus} onChange={(event) => onChange(event.currentTarget.value)} />
      {value === '' ? null : (
        <span className={styles.end}>
          <IconButton bare label={clearLabel} icon={<IconX stroke={2} />} onPress={clear} />
        </span>
      )}
    </span>
  );
}
