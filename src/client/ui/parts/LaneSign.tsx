import { IconEye, IconFileText, IconMessage2 } from '@tabler/icons-react';
import type { LightValue } from '#client/ui/marks/LightMark.tsx';
import styles from './EvidenceLane.module.css';

export type LaneKind = 'document' | 'interview' | 'observation';

const icons: Readonly<Record<LaneKind, typeof IconEye>> = { document: IconFileText, interview: IconMessage2, observation: IconEye };

/** The lane's icon on the shape of its light: square, octagon, half square, dashed. */
export function LaneSign({ kind, value }: { readonly kind: LaneKind; readonly value: LightValue }) {
  const Icon = icons[kind];
  return (
    <span className={`${styles.sign} ${styles[`sign${value}`]}`} aria-hidden="true">
      <Icon stroke={2.2} />
    </span>
  );
}
