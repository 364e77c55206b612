import type { LightValue } from '#client/ui/marks/LightMark.tsx';
import { Press } from '#client/ui/Press.tsx';
import styles from './EvidenceLane.module.css';
import { type LaneKind, LaneSign } from './LaneSign.tsx';

type LightsRowProps = {
  readonly label: string;
  readonly lights: readonly { readonly kind: LaneKind; readonly value: LightValue; readonly title: string; readonly summary: string; readonly onPress: () => void }[];
};

/** The three lights as one row above the dock, where the evidence has no column; a tap opens the evidence. */
export function LightsRow({ label, lights }: LightsRowProps) {
  return (
    <div className={styles.room}>
      <div role="group" aria-label={label} className={styles.row}>
        {lights.map((light) => (
          <Press key={light.kind} onPress={light.onPress} className={styles.light}>
            <LaneSign kind={light.kind} value={light.value} />
            <span className={styles.words}>
              <span className={styles.title}>{light.title}</span>
              <span className={`${styles.summary} ${styles[light.value] ?? ''}`}>{light.summary}</span>
            </span>
          </Press>
        ))}
      </div>
    </div>
  );
}
