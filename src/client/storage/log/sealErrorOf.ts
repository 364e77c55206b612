import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import type { Op } from '#core/op/op.ts';
import type { WriteRefusal } from '#core/op/permission.ts';
import type { SealError } from '#client/storage/workspace.ts';

/** A text that is too long is the person's to mend; every other refusal is a matter of rights. */
export function sealErrorOf(refusal: WriteRefusal, op: Op): SealError {
  if (refusal.type === 'invalid-value') {
    const value = op.set[refusal.field];
    if (typeof value === 'string' && value.length > MAX_TEXT_CHARS) return { type: 'too-long', field: refusal.field };
  }
  return { type: 'not-allowed', reason: refusal.type };
}
