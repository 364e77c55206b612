import { type ReactNode, useId, useState } from 'react';
import styles from './RadioCards.module.css';

type RadioCardsProps<Value extends string> = {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** `''`: nothing preselected (consent never is). */
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string; readonly second?: string | undefined; readonly disabled?: boolean }[];
  /** A promise, where the choice has yet to be kept: until it settles the card tapped shows as chosen, then again `value`. */
  readonly onChange: (value: Value) => void | Promise<unknown>;
};

/** One of a few, each a card of its own with a second line; the whole card is the target. */
export function RadioCards<Value extends string>({ label, help, value, options, onChange }: RadioCardsProps<Value>) {
  const name = useId();
  const [tapped, setTapped] = useState<Value>();
  const tap = (to: Value): void => {
    const kept = onChange(to);
    if (!kept) return;
    setTapped(to);
    void kept.finally(() => setTapped(undefined));
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        {label}
        {help ? <span className={styles.help}>{help}</span> : null}
      </legend>
      {options.map((option) => (
        <label key={option.value} className={styles.card}>
          <input type="radio" name={name} checked={option.value === (tapped ?? value)} disabled={option.disabled} onChange={() => tap(option.value)} />
          <span className={styles.words}>
            <span className={styles.title}>{option.label}</span>
            {option.second === undefined ? null : <span className={styles.second}>{option.second}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
