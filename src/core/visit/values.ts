export const VISIT_KINDS = ['mock_dress_rehearsal', 'mock_file_review', 'mock_tour', 'mock_file_and_tour'] as const;
/** The kinds of a mock assessment (*preevaluación*). */
export type VisitKind = (typeof VISIT_KINDS)[number];

export const OUTCOMES = ['supports', 'contradicts', 'inconclusive'] as const;
/** What a piece of evidence says about the standards that it is tied to. */
export type Outcome = (typeof OUTCOMES)[number];

export const BARRIERS = ['locked', 'no_permission', 'photo_forbidden', 'not_in_use', 'no_time'] as const;
export type Barrier = (typeof BARRIERS)[number];

export const ROLE_CATEGORIES = [
  'command', 'supervisor', 'officer', 'investigator', 'telecommunicator', 'custody', 'records_evidence', 'instructor', 'cadet',
  'civilian',
] as const;
/** Shown instead of a name. */
export type RoleCategory = (typeof ROLE_CATEGORIES)[number];

export const CONSENTS = ['tacit', 'written'] as const;
export type Consent = (typeof CONSENTS)[number];

/** Version of the privacy notice that ships in the locale files (interview); a change of its text is a new version. */
export const PRIVACY_NOTICE_VERSION = '2';
