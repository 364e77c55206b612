import type { FindingRow } from '#core/finding/findingRows.ts';

export const FINDING_FILTERS = ['all', 'toWrite', 'toVerify', 'withAgency', 'settled'] as const;
export type FindingFilter = (typeof FINDING_FILTERS)[number];

/** Which findings belong under which chip. */
export const findingFilters: Readonly<Record<FindingFilter, (row: FindingRow) => boolean>> = {
  all: () => true,
  toWrite: ({ state, publication }) => state === 'draft' || state === 'ready' || publication === 'changed_since',
  toVerify: ({ state }) => state === 'evidence_submitted' || state === 'conflict',
  withAgency: ({ state }) => state === 'published' || state === 'in_progress' || state === 'returned' || state === 'reopened',
  settled: ({ state }) => state === 'verified_closed' || state === 'accepted_risk',
};
