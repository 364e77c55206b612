import { checkWrite } from '#core/op/permission.ts';
import type { Op } from '#core/op/op.ts';
import type { RefusalReason } from '#core/protocol/wire.ts';
import type { KnownOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RolesByScope } from './rolesOf.ts';
import { maySharePhoto } from './sharedPhoto.ts';

export type Outcome =
  | { readonly status: 'ok' | 'duplicate' | 'held' }
  | { readonly status: 'refused'; readonly reason: RefusalReason; readonly field?: string };

export const refusal = (reason: RefusalReason, field?: string): Outcome =>
  field === undefined ? { status: 'refused', reason } : { status: 'refused', reason, field };

/** What becomes of an op whose author is proved, by their roles; an id that is known already is judged by its hash alone. */
export async function judgeOp(tx: StoreTransaction, roles: RolesByScope, op: Op, known: KnownOp | undefined, version: number): Promise<Outcome> {
  if (known) return judgeKnown(op, known);
  const verdict = checkWrite(op, roles.get(op.scope) ?? new Set(), version);
  if (!verdict.ok) return refusal(verdict.error.type, 'field' in verdict.error ? verdict.error.field : undefined);
  if (!(await maySharePhoto(tx, roles, op))) return refusal('source-not-readable');
  return { status: verdict.value === 'held' ? 'held' : 'ok' };
}

export function judgeKnown(op: Op, known: KnownOp): Outcome {
  if (known.h !== op.h) return refusal('id-reused');
  return { status: known.held ? 'held' : 'duplicate' };
}
