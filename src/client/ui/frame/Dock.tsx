import { type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import styles from './Dock.module.css';
import { FrameFootContext } from './FrameFoot.ts';
import { useDockHeight } from './useDockHeight.ts';

/** The bottom edge, where the hand is: it floats, and keeps its place; a recording stands above it. `main` goes to the rating hand's side. */
export function Dock({ children, main }: { readonly children?: ReactNode; readonly main?: ReactNode }) {
  const foot = useContext(FrameFootContext);
  const claim = foot?.claim;
  useLayoutEffect(() => claim?.(), [claim]);
  const edge = useRef<HTMLDivElement>(null);
  useDockHeight(edge);
  return (
    <div className={styles.edge} ref={edge}>
      {foot?.content}
      {main === undefined ? (
        <div className={styles.dock}>{children}</div>
      ) : (
        <div className={`${styles.dock} ${styles.actions}`}>
          <div className={styles.start}>{children}</div>
          {main}
        </div>
      )}
    </div>
  );
}
