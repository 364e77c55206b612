import { IconCameraOff, IconClockOff, IconHandStop, IconLock, IconZzz } from '@tabler/icons-react';
import type { MarkProps } from './MarkSvg.tsx';
import styles from './marks.module.css';

export type BarrierValue = 'locked' | 'no_permission' | 'photo_forbidden' | 'not_in_use' | 'no_time';

const icons: Readonly<Record<BarrierValue, typeof IconLock>> = {
  locked: IconLock,
  no_permission: IconHandStop,
  photo_forbidden: IconCameraOff,
  not_in_use: IconZzz,
  no_time: IconClockOff,
};

/** What kept someone from observing: a dashed card with the barrier's icon. Counts as seen, never as met. */
export function BarrierMark({ value, size = 28, label, inverted = false }: MarkProps & { readonly value: BarrierValue }) {
  const Icon = icons[value];
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const side = `${size / 16}rem`;
  const inner = `${(size * 0.6) / 16}rem`;
  return (
    <span className={`${styles.wrap} ${styles.mute} ${inverted ? styles.inverted : ''}`} style={{ width: side, height: side, ...(inverted ? {} : { color: 'var(--c-mute)' }) }} {...named}>
      <svg viewBox="0 0 24 24" style={{ width: side, height: side }} aria-hidden="true">
        <rect x="1" y="1" width="22" height="22" rx="3" fill="none" stroke="var(--m)" strokeWidth="1.4" strokeDasharray="3.2 2.2" />
      </svg>
      <Icon style={{ width: inner, height: inner }} stroke={2.4} aria-hidden="true" />
    </span>
  );
}
