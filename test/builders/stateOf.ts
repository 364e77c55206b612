import { addOps, emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import type { Op } from '#core/op/op.ts';

/** What these ops of one scope say together. */
export const stateOf = (...ops: readonly Op[]): ScopeState => addOps(emptyScopeState, ops);
