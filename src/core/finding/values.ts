export const FINDING_KINDS = ['gap', 'file_issue', 'concern', 'recommendation', 'commendation'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const HARMS = ['low', 'moderate', 'high'] as const;
/** Likelihood of harm. */
export type Harm = (typeof HARMS)[number];

export const EXTENTS = ['limited', 'pattern', 'widespread'] as const;
/** How far it reaches (`scope` in the field's grid; renamed, since a scope here is a partition). */
export type Extent = (typeof EXTENTS)[number];

export const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const ANSWERS = ['none', 'accepted', 'declined', 'disputed'] as const;
export type Answer = (typeof ANSWERS)[number];

export const DECISIONS = ['closed', 'returned', 'reopened', 'accepted_risk'] as const;
export type DecisionValue = (typeof DECISIONS)[number];

export const FINDING_STATES = [
  'draft', 'published', 'in_progress', 'evidence_submitted', 'returned', 'verified_closed', 'reopened', 'accepted_risk',
] as const;
export type FindingStateValue = (typeof FINDING_STATES)[number];
