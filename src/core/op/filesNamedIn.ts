import type { FieldValues } from './op.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** The files that an op names, by their hash: also in fields that only a newer build knows. */
export function filesNamedIn(set: FieldValues): readonly string[] {
  return Object.values(set).flatMap((value) => (typeof value === 'string' && SHA256.test(value) ? [value] : []));
}
