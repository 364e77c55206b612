import styles from './marks.module.css';

export type PriorityValue = 'low' | 'medium' | 'high' | 'critical';

const filled: Readonly<Record<PriorityValue, number>> = { low: 1, medium: 2, high: 3, critical: 4 };

/** One to four rising bars. */
export function PriorityBars({ value, size = 20, label }: { readonly value: PriorityValue; readonly size?: number; readonly label?: string | undefined }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const colour = value === 'low' ? 'var(--c-ink-2)' : value === 'medium' ? 'var(--c-ink)' : 'var(--c-bad)';
  return (
    <svg className={styles.mark} viewBox="0 0 26 18" style={{ width: `${(size * 26) / 18 / 16}rem`, height: `${size / 16}rem` }} focusable="false" {...named}>
      {[0, 1, 2, 3].map((bar) => (
        <rect key={bar} x={bar * 7} y={12 - bar * 4} width="5" height={6 + bar * 4} rx="1" fill={bar < filled[value] ? colour : 'var(--c-line)'} />
      ))}
    </svg>
  );
}
