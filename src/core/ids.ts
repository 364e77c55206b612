import { hexOf } from './bytes.ts';

/** What core asks of the outside world to make a new id. */
export type IdSource = { readonly nowMs: () => number; readonly randomBytes: (count: number) => Uint8Array };

/** A UUIDv7 (RFC 9562): 48 bits of time, then random. Sorts roughly by time; uniqueness never depends on the clock. */
export function newUuid(source: IdSource): string {
  const bytes = source.randomBytes(16);
  const now = Math.max(0, Math.floor(source.nowMs()));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = hexOf(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
