import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { describedBy } from './describedBy.ts';
import { type FieldBase, FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';

type SelectFieldProps<Value extends string> = FieldBase & {
  /** `''` while nothing is chosen; then `emptyLabel` is shown. */
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | '') => void;
  /** The empty choice, in words: "Sin responsable". Without it the empty choice cannot be taken back. */
  readonly emptyLabel?: string;
};

/** One of many: the system's own list, which is the sturdiest on tablets. */
export function SelectField<Value extends string>({ value, options, onChange, emptyLabel, ...base }: SelectFieldProps<Value>) {
  const id = useId();
  const choose = (chosen: string) => onChange(options.find((option) => option.value === chosen)?.value ?? '');
  return (
    <FieldFrame id={id} {...base}>
      <span className={styles.shell}>
        <select
          id={id}
          className={`${styles.input} ${styles.select}`}
          value={value}
          disabled={base.disabled}
          onChange={(event) => choose(event.currentTarget.value)}
          aria-invalid={base.error ? true : undefined}
          aria-describedby={describedBy(id, base)}
        >
          {emptyLabel !== undefined || value === '' ? <option value="" disabled={emptyLabel === undefined}>{emptyLabel}</option> : null}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <span className={styles.chevron} aria-hidden="true">
          <IconChevronDown size="1.25rem" stroke={2} />
        </span>
      </span>
    </FieldFrame>
  );
}
