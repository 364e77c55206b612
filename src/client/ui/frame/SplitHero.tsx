import { type ReactNode, useId } from 'react';
import { Logo } from './Logo.tsx';
import styles from './SplitHero.module.css';

type SplitHeroProps = {
  readonly productName: string;
  /** Drawn between the two: the form. */
  readonly children: ReactNode;
};

/** Sign-in and unlock: the ruler with the name on one side (above, on a phone), the form on the other. */
export function SplitHero({ productName, children }: SplitHeroProps) {
  return (
    <div className={styles.split}>
      <header className={styles.hero}>
        <Scale className={styles.upper} pitch={25} fromRight={false} />
        <Scale className={styles.lower} pitch={22.2} fromRight />
        <span className={`${styles.coincide} ${styles.coincideLeft}`} />
        <span className={`${styles.coincide} ${styles.coincideRight}`} />
        <div className={styles.name}>
          <Logo form="lines" size={60} />
          <span translate="no">{productName}</span>
        </div>
      </header>
      <main className={styles.side}>{children}</main>
    </div>
  );
}

type ScaleProps = { readonly className: string | undefined; readonly pitch: number; readonly fromRight: boolean };

/** Lengths of the lines after the coincidence, over and over: four short ones, a long one. */
const lengths = [74, 74, 74, 74, 120];

/** One ruler, counted from the coincidence in the middle, up and down. */
function Scale({ className, pitch, fromRight }: ScaleProps) {
  const id = useId();
  const lineAt = (index: number, length: number) => {
    const y = (index + 0.5) * pitch;
    return <path key={index} d={fromRight ? `M120 ${y}H${120 - length}` : `M0 ${y}H${length}`} />;
  };
  return (
    <div className={className}>
      {[styles.down, styles.up].map((half) => (
        <svg key={half} className={`${styles.scale} ${half}`} aria-hidden="true">
          <pattern id={`${id}${half}`} y={pitch / 2} width="120" height={pitch * 5} patternUnits="userSpaceOnUse">
            <g stroke="currentColor" strokeWidth="3">{lengths.map((length, index) => lineAt(index, length))}</g>
          </pattern>
          <rect y={pitch / 2} width="100%" height="100%" fill={`url(#${id}${half})`} />
        </svg>
      ))}
    </div>
  );
}
