import styles from './marks.module.css';
import { MarkGlyph } from './MarkGlyph.tsx';

export type LightValue = 'supports' | 'contradicts' | 'inconclusive' | 'none';

type LightMarkProps = {
  /** D, E, O in Spanish; D, I, O in English. */
  readonly letter: string;
  readonly value: LightValue;
  readonly size?: number;
  readonly label?: string | undefined;
};

/** One of a standard's three lights. Always drawn in the order document, interview, observation. */
export function LightMark({ letter, value, size = 20, label }: LightMarkProps) {
  const side = `${size / 16}rem`;
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const tone = value === 'supports' ? styles.ok : value === 'contradicts' ? styles.bad : styles.mute;
  return (
    <svg className={`${styles.mark} ${tone}`} viewBox="0 0 24 24" style={{ width: side, height: side }} focusable="false" {...named}>
      <LightBody value={value} letter={letter} />
    </svg>
  );
}

function LightBody({ value, letter }: { readonly value: LightValue; readonly letter: string }) {
  switch (value) {
    case 'supports':
      return (
        <>
          <rect x="0.5" y="0.5" width="23" height="23" rx="4" fill="var(--m)" />
          <text x="12" y="17" className={styles.letter}>{letter}</text>
        </>
      );
    case 'contradicts':
      return (
        <>
          <path fill="var(--m)" d="M7.2.5h9.6l6.7 6.7v9.6l-6.7 6.7H7.2L.5 16.8V7.2z" />
          <MarkGlyph name="cross" bare={false} />
        </>
      );
    case 'inconclusive':
      return (
        <>
          <rect x="1.2" y="1.2" width="21.6" height="21.6" rx="4" fill="var(--c-surface)" />
          <path d="M1.2 4v15.8a3 3 0 0 0 3 3h15.6z" fill="var(--c-warn-soft)" />
          <rect x="1.2" y="1.2" width="21.6" height="21.6" rx="4" fill="none" stroke="var(--c-warn-edge)" strokeWidth="1.7" />
          <text x="12" y="17" className={styles.letterSoft}>{letter}</text>
        </>
      );
    case 'none':
      return (
        <>
          <rect x="1.2" y="1.2" width="21.6" height="21.6" rx="4" fill="none" stroke="var(--m)" strokeWidth="1.4" strokeDasharray="3.2 2.2" />
          <text x="12" y="17" className={styles.letterNone}>{letter}</text>
        </>
      );
  }
}
