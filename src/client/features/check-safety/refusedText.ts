import type { Op } from '#core/op/op.ts';

/** Fields of an op that a person typed, worth copying out. */
const TYPED = [
  'text', 'statement', 'proofWanted', 'reason', 'settled.reason', 'applicabilityReason', 'note', 'answer.comment', 'answer.responsible', 'caption', 'area', 'name', 'unit', 'shift',
] as const;

/** What a person typed in a record, a paragraph a field; '' when the record was a tap. */
export function refusedText(op: Pick<Op, 'set'>): string {
  return TYPED.flatMap((field) => {
    const value = op.set[field];
    return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  }).join('\n\n');
}
