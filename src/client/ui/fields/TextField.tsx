import { type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref, useId } from 'react';
import { describedBy } from './describedBy.ts';
import { type FieldBase, FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';

type TextFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'number';
  readonly inputMode?: undefined | 'text' | 'numeric' | 'decimal' | 'search' | 'email' | 'tel';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly name?: string;
  /** The language of what is typed, when it has one of its own. */
  readonly lang?: string | undefined;
  readonly icon?: ReactNode;
  /** A bare `IconButton` inside, at the end: the microphone. */
  readonly end?: ReactNode;
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** One line of text, 48 px. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, type = 'text', inputMode, autoComplete = 'off', name, lang, icon, end, maxLength, required, inputRef, ...base } = props;
  const id = useId();
  return (
    <FieldFrame id={id} {...base}>
      <span className={styles.shell} data-icon={Boolean(icon)} data-end={Boolean(end)}>
        {icon ? <span className={styles.icon} aria-hidden="true">{icon}</span> : null}
        <input
          id={id}
          ref={inputRef}
          className={styles.input}
          type={type}
          inputMode={inputMode}
          autoComplete={autoComplete}
          autoCapitalize={type === 'email' ? 'none' : undefined}
          spellCheck={type === 'email' ? false : undefined}
          name={name}
          lang={lang}
          maxLength={maxLength}
          required={required}
          disabled={base.disabled}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
          aria-invalid={base.error ? true : undefined}
          aria-describedby={describedBy(id, base)}
        />
        {end ? <span className={styles.end}>{end}</span> : null}
      </span>
    </FieldFrame>
  );
}
