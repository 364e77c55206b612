import type { Standard } from '#core/manual/edition.ts';
import { DIRECTIVE_FIELD } from '#core/manual/standardItems.ts';
import type { StandardEvidence } from '#core/visit/evidence.ts';
import { GAP_REASONS, type BulletValue, type GapReason } from './values.ts';

/** Where nothing points anywhere, the commonest first (our estimate: insufficient proof leads in every report we have seen described). */
const COMMONEST: readonly GapReason[] = ['insufficient_proof', 'practice_differs', 'directive_incomplete'];

/**
 * All gap reasons, likeliest first, from what is known of the standard: an unmet directive speaks for the directive, a
 * contradicting observation for the practice, a contradicting interview for the staff, a periodic activity for lateness.
 * The order is a proposal for the screen; nothing is chosen by it.
 */
export function likelyReasons(standard: Standard, bullets: ReadonlyMap<string, BulletValue>, evidence: StandardEvidence): readonly GapReason[] {
  const pointed: GapReason[] = [];
  if (bullets.get(DIRECTIVE_FIELD) === 'not_met') pointed.push('no_directive', 'directive_incomplete');
  if (evidence.observation === 'contradicts') pointed.push('practice_differs');
  if (evidence.interview === 'contradicts') pointed.push('staff_unaware');
  if (standard.activities.length > 0) pointed.push('late_or_missing_activity');
  return [...new Set([...pointed, ...COMMONEST, ...GAP_REASONS])];
}
