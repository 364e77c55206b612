import type { FindingStateValue } from '#core/finding/values.ts';
import { FindingStateMark } from '#client/ui/marks/FindingStateMark.tsx';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';

/** The mark of a gap's state; two decisions of the team that differ have the mark of a difference. */
export function GapStateMark({ state }: { readonly state: Exclude<FindingStateValue, 'draft'> | 'conflict' }) {
  return state === 'conflict' ? <SyncIcon value="conflict" size={24} /> : <FindingStateMark value={state} />;
}
