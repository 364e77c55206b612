import { IconArrowUp, IconCloudOff, IconDeviceTablet, IconMailOff, IconServer2 } from '@tabler/icons-react';
import styles from './marks.module.css';

export type SyncValue = 'sealed' | 'queued' | 'acknowledged' | 'offline' | 'conflict' | 'refused';

/** Where a record is: on this tablet, waiting, on the server; or what keeps it from getting there. Takes the text's colour. */
export function SyncIcon({ value, size = 20, label }: { readonly value: SyncValue; readonly size?: number; readonly label?: string | undefined }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  const look = { style: { width: `${size / 16}rem`, height: `${size / 16}rem` }, stroke: 2.2, 'aria-hidden': true };
  return (
    <span className={styles.icon} {...named}>
      {value === 'sealed' ? <IconDeviceTablet {...look} /> : null}
      {value === 'queued' ? <IconArrowUp {...look} /> : null}
      {value === 'acknowledged' ? <IconServer2 {...look} /> : null}
      {value === 'offline' ? <IconCloudOff {...look} /> : null}
      {value === 'refused' ? <IconMailOff {...look} /> : null}
      {value === 'conflict' ? <TwoArrows style={look.style} /> : null}
    </span>
  );
}

/** The look's own sign for a difference: two arrows that meet. */
function TwoArrows({ style }: { readonly style: { readonly width: string; readonly height: string } }) {
  return (
    <svg viewBox="0 0 24 24" style={style} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d="M2 7.5h10.5M9 4l3.5 3.5L9 11M22 16.5H11.5M15 13l-3.5 3.5L15 20" />
    </svg>
  );
}
