import type { Level } from '#core/manual/edition.ts';
import { PRIORITIES, type Extent, type FindingKind, type Harm, type Priority } from './values.ts';

/** Likelihood of harm × extent (domain.md): low → low, low, medium; moderate → low, medium, high; high → medium, high, critical. */
const GRID: Readonly<Record<Harm, Readonly<Record<Extent, Priority>>>> = {
  low: { limited: 'low', pattern: 'low', widespread: 'medium' },
  moderate: { limited: 'low', pattern: 'medium', widespread: 'high' },
  high: { limited: 'medium', pattern: 'high', widespread: 'critical' },
};

/** A gap on a mandatory standard is at least high. `undefined` until both axes are chosen, unless that rule alone decides. */
export function priorityOf(harm: Harm | undefined, extent: Extent | undefined, kind: FindingKind | undefined, level: Level): Priority | undefined {
  const floor: Priority | undefined = kind === 'gap' && level === 'M' ? 'high' : undefined;
  if (!harm || !extent) return floor;
  const fromGrid = GRID[harm][extent];
  return floor && PRIORITIES.indexOf(fromGrid) < PRIORITIES.indexOf(floor) ? floor : fromGrid;
}
