import { type ReactNode, type Ref, useId } from 'react';
import { describedBy } from './describedBy.ts';
import { type FieldBase, FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';

type TextAreaFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly rows?: number;
  readonly lang?: string | undefined;
  readonly end?: ReactNode;
  readonly maxLength?: number;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
};

/** Several lines; grows with its text where the browser can. `autoComplete` off: else the browser keeps the words of a form in its session files, in clear. */
export function TextAreaField({ value, onChange, onBlur, rows = 3, lang, end, maxLength, areaRef, ...base }: TextAreaFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} {...base}>
      <span className={styles.shell} data-end={Boolean(end)}>
        <textarea
          id={id}
          ref={areaRef}
          className={`${styles.input} ${styles.area}`}
          style={{ minHeight: `${rows * 1.4875 + 1.125}rem` }}
          rows={rows}
          lang={lang}
          maxLength={maxLength}
          autoComplete="off"
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
