import type { Level } from '#core/manual/edition.ts';
import { APPLICABILITIES, type Applicability } from './values.ts';

const WITHOUT_RESULT: readonly Applicability[] = ['na_function', 'na_size', 'na_tier', 'elected_exempt', 'waiver_granted'];

/** Whether a standard of this applicability is not rated. A waiver asked for and an open question still are (domain.md). */
export const needsNoResult = (applicability: Applicability | undefined): boolean =>
  applicability !== undefined && WITHOUT_RESULT.includes(applicability);

/** What can be chosen for a standard of this level: the exemption is for other-than-mandatory ones only. */
export const applicabilitiesFor = (level: Level): readonly Applicability[] =>
  APPLICABILITIES.filter((value) => value !== 'elected_exempt' || level === 'O');
