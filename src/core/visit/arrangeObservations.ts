import { foldText } from '#core/manual/foldText.ts';
import type { Observation } from './observation.ts';

export type ObservationOrder = 'newest' | 'area';
export type ObservationFilter = 'mine' | 'contradicts' | 'barrier' | 'conflict';

export type ObservationQuery = {
  readonly order: ObservationOrder;
  /** All must hold. */
  readonly filters: ReadonlySet<ObservationFilter>;
  /** Words, a code or a standard's number; '' for all. */
  readonly words: string;
  readonly me: string;
};

/** What a person reads of an observation besides its own text. */
export type ObservationNames = { readonly area: (observation: Observation) => string; readonly standardNumber: (id: string) => string };

export type ObservationGroup = { readonly area: string; readonly observations: readonly Observation[] };

/** The observations that a person asks for: one group when newest first, one per area by its name (without area last). */
export function arrangeObservations(all: readonly Observation[], query: ObservationQuery, names: ObservationNames): readonly ObservationGroup[] {
  const wanted = foldText(query.words).split(/\s+/).filter((word) => word !== '');
  const found = all.filter((observation) => passes(observation, query) && mentions(observation, wanted, names));
  if (found.length === 0) return [];
  if (query.order === 'newest') return [{ area: '', observations: found }];
  const byArea = new Map<string, Observation[]>();
  for (const observation of found) {
    const area = names.area(observation);
    const list = byArea.get(area);
    if (list) list.push(observation);
    else byArea.set(area, [observation]);
  }
  return [...byArea]
    .map(([area, observations]) => ({ area, observations }))
    .sort((a, b) => Number(a.area === '') - Number(b.area === '') || a.area.localeCompare(b.area, 'es', { numeric: true }));
}

function passes(observation: Observation, { filters, me }: ObservationQuery): boolean {
  const holds: Readonly<Record<ObservationFilter, () => boolean>> = {
    mine: () => observation.facts.createdBy === me,
    contradicts: () => observation.outcome === 'contradicts',
    barrier: () => observation.barrier !== undefined,
    conflict: () => observation.conflicts.length > 0,
  };
  return [...filters].every((filter) => holds[filter]());
}

function mentions(observation: Observation, wanted: readonly string[], names: ObservationNames): boolean {
  if (wanted.length === 0) return true;
  const text = foldText([observation.code, names.area(observation), observation.text.text, ...observation.standards.map(names.standardNumber)].join(' '));
  return wanted.every((word) => text.includes(word));
}
