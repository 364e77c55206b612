import { useTranslation } from 'react-i18next';
import { priorityOf } from '#core/finding/priority.ts';
import { EXTENTS, HARMS, type Extent, type FindingKind, type Harm } from '#core/finding/values.ts';
import type { Level } from '#core/manual/edition.ts';
import { PriorityBars } from '#client/ui/marks/PriorityBars.tsx';
import { Press } from '#client/ui/Press.tsx';
import styles from './PriorityGrid.module.css';

type PriorityGridProps = {
  readonly harm: Harm | undefined;
  readonly extent: Extent | undefined;
  readonly kind: FindingKind | undefined;
  readonly level: Level;
  readonly onChoose: (harm: Harm, extent: Extent) => void;
};

/** Nine cells to touch: likelihood of harm down, extent across; each shows the priority that it leads to. */
export function PriorityGrid({ harm, extent, kind, level, onChoose }: PriorityGridProps) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  return (
    <div className={styles.grid} role="group" aria-label={t('priority.grid')}>
      <span aria-hidden="true" className={styles.corner} />
      {EXTENTS.map((column) => <span key={column} aria-hidden="true" className={styles.column}>{t(`vocabulary:extent.${column}`)}</span>)}
      {HARMS.toReversed().map((row) => (
        <div key={row} className={styles.row}>
          <span aria-hidden="true" className={styles.rowName}>{t(`vocabulary:harm.${row}`)}</span>
          {EXTENTS.map((column) => {
            const priority = priorityOf(row, column, kind, level) ?? 'low';
            const words = { harm: t(`vocabulary:harm.${row}`), extent: t(`vocabulary:extent.${column}`), priority: t(`vocabulary:priority.${priority}`) };
            return (
              <Press key={column} className={styles.cell} pressed={harm === row && extent === column} label={t('priority.cell', words)} onPress={() => onChoose(row, column)}>
                <PriorityBars value={priority} />
                <span>{words.priority}</span>
              </Press>
            );
          })}
        </div>
      ))}
    </div>
  );
}
