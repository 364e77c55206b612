import { MarkGlyph } from './MarkGlyph.tsx';
import type { MarkProps } from './MarkSvg.tsx';
import styles from './marks.module.css';

export type ReadinessValue = 'unknown' | 'none' | 'practice_only' | 'draft' | 'directive' | 'directive_and_proofs';

const layers: Readonly<Record<ReadinessValue, number>> = { unknown: 0, none: 0, practice_only: 1, draft: 2, directive: 3, directive_and_proofs: 4 };

/** A stack of four layers, filled from below; a dashed sheet while nothing is known. */
export function ReadinessMark({ value, size = 22, label }: Omit<MarkProps, 'inverted'> & { readonly value: ReadinessValue }) {
  const side = `${size / 16}rem`;
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const complete = value === 'directive_and_proofs';
  const colour = complete ? 'var(--c-ok)' : 'var(--c-brand)';
  return (
    <svg className={`${styles.mark} ${styles.mute}`} viewBox="0 0 24 24" style={{ width: side, height: side }} focusable="false" {...named}>
      {value === 'unknown' ? (
        <>
          <rect x="2.8" y="1.8" width="18.4" height="20.4" rx="2.6" fill="none" stroke="var(--m)" strokeWidth="2" strokeDasharray="3.5 2.6" />
          <MarkGlyph name="question" bare />
        </>
      ) : (
        [0, 1, 2, 3].map((layer) => {
          const on = layer < layers[value];
          return (
            <rect key={layer} x="2.2" y={18 - layer * 5.5} width="19.6" height="4.2" rx="1.2" fill={on ? colour : 'none'} stroke={on ? colour : 'var(--m)'} strokeWidth="1.4" />
          );
        })
      )}
    </svg>
  );
}
