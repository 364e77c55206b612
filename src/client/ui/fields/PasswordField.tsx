import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type Ref, useId, useState } from 'react';
import { IconButton } from '#client/ui/parts/IconButton.tsx';
import { describedBy } from './describedBy.ts';
import { type FieldBase, FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';

type PasswordFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  /** Names of the eye: "Mostrar la contraseña", "Ocultar la contraseña". */
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly name?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A password, hidden until the eye is tapped. */
export function PasswordField({ value, onChange, autoComplete, showLabel, hideLabel, name, inputRef, ...base }: PasswordFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame id={id} {...base}>
      <span className={styles.shell} data-end="true">
        <input
          id={id}
          ref={inputRef}
          className={styles.input}
          type={shown ? 'text' : 'password'}
          name={name}
          autoComplete={autoComplete}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          disabled={base.disabled}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-invalid={base.error ? true : undefined}
          aria-describedby={describedBy(id, base)}
        />
        <span className={styles.end}>
          <IconButton bare label={shown ? hideLabel : showLabel} icon={shown ? <IconEyeOff stroke={1.8} /> : <IconEye stroke={1.8} />} onPress={() => setShown(!shown)} />
        </span>
      </span>
    </FieldFrame>
  );
}
