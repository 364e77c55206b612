/** The values of a mock assessment, exactly as stored. Order is the order of screens. */
export const RESULTS = [
  'not_reviewed', 'in_review', 'in_compliance', 'in_compliance_comment', 'partial', 'not_in_compliance',
  'verify_on_site', 'unable_to_verify',
] as const;
export type RatingResult = (typeof RESULTS)[number];

export const APPLICABILITIES = [
  'applicable', 'na_function', 'na_size', 'na_tier', 'elected_exempt', 'waiver_requested', 'waiver_granted', 'undetermined',
] as const;
export type Applicability = (typeof APPLICABILITIES)[number];

export const BULLET_VALUES = ['met', 'not_met', 'na', 'not_reviewed'] as const;
export type BulletValue = (typeof BULLET_VALUES)[number];

/** Results that ask for a reason on screen. Asked, never demanded: storage takes any value. */
export const RESULTS_WITH_REASON: readonly RatingResult[] = ['in_compliance_comment', 'partial', 'not_in_compliance', 'verify_on_site', 'unable_to_verify'];

/** Why a standard falls short: of a rating's `why.*` and a finding's `reason.*`. */
export const GAP_REASONS = [
  'no_directive', 'directive_incomplete', 'directive_not_in_force', 'insufficient_proof', 'outside_period',
  'late_or_missing_activity', 'overstuffed_file', 'practice_differs', 'staff_unaware', 'training_missing', 'equipment',
  'facility', 'legal_conflict', 'applicability', 'other',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];
