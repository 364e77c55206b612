import { bytesOfHex, sha256OfBytes } from '#core/bytes.ts';

/** The chain of a scope with nothing in it. */
export const FIRST_CHAIN = '0'.repeat(64);

/** Hex SHA-256(previous chain ‖ h): two logs with the same chain hold the same ops in the same order. */
export const chainAfter = (previous: string, h: string): string => sha256OfBytes(bytesOfHex(previous + h));
