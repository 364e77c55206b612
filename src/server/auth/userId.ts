import { createHmac } from 'node:crypto';
import { hexOf } from '#core/bytes.ts';

/** The id of a person: random throughout (UUIDv4), so that a fake one looks the same. */
export const newUserId = (randomBytes: (count: number) => Uint8Array): string => uuidV4Of(randomBytes(16));

/** For an e-mail that nobody has: the same answer every time, under a key that only the server has. */
export const fakeUserId = (key: Uint8Array, email: string): string =>
  uuidV4Of(createHmac('sha256', key).update(email).digest().subarray(0, 16));

function uuidV4Of(random: Uint8Array): string {
  const bytes = Uint8Array.from(random);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = hexOf(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
