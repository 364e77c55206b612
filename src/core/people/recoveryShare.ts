import { bytesOfText, sha256OfBytes, sha256OfText, bytesOfHex } from '#core/bytes.ts';
import { err, ok, type Result } from '#core/result.ts';
import { bytesOfSymbols, inGroups, plainSymbols, strangeSymbol, symbolsOf } from './symbols.ts';

/** One of the two halves of the recovery key's private half. Alone it is random noise. */
export type RecoveryShare = {
  /** Of the key that it belongs to: `recoveryKeyId`. */
  readonly keyId: string;
  readonly part: 1 | 2;
  readonly bytes: Uint8Array;
};

export type ShareError = { readonly type: 'not-a-share' } | { readonly type: 'mistyped' };

/** Bytes of a P-256 private key. */
const KEY_BYTES = 32;
const ID_SYMBOLS = 8;
const BODY_SYMBOLS = 52;
const CHECK_SYMBOLS = 4;

/** Eight symbols that name a recovery key: of the SHA-256 of its public half. */
export const recoveryKeyId = (publicKey: Uint8Array): string => symbolsOf(bytesOfHex(sha256OfBytes(publicKey)).slice(0, 5));

/** Two shares of a secret: a random mask, and the secret under the mask. `mask` is as long as the secret. */
export function splitKey(secret: Uint8Array, mask: Uint8Array, keyId: string): readonly [RecoveryShare, RecoveryShare] {
  return [{ keyId, part: 1, bytes: mask }, { keyId, part: 2, bytes: under(secret, mask) }];
}

export const joinShares = (one: RecoveryShare, other: RecoveryShare): Uint8Array => under(one.bytes, other.bytes);

/** As it is printed: part, key, the share in groups of four, and four symbols that a mistake changes. */
export function showShare({ keyId, part, bytes }: RecoveryShare): string {
  const body = symbolsOf(bytes);
  return `R${part}-${inGroups(keyId + body + checkOf(keyId, part, body))}`;
}

/** Finds the share in a file or in what was typed: the line that begins with R1 or R2. */
export function readShare(text: string): Result<RecoveryShare, ShareError> {
  const line = text.split(/\r?\n/).map((one) => one.trim()).find((one) => /^R[12]-/i.test(one));
  if (line === undefined) return err({ type: 'not-a-share' });
  const part = line[1] === '1' ? 1 : 2;
  const plain = plainSymbols(line.slice(3));
  const [keyId, body, check] = [plain.slice(0, ID_SYMBOLS), plain.slice(ID_SYMBOLS, ID_SYMBOLS + BODY_SYMBOLS), plain.slice(ID_SYMBOLS + BODY_SYMBOLS)];
  const bytes = bytesOfSymbols(body);
  if (strangeSymbol(plain) !== undefined || check !== checkOf(keyId, part, body) || bytes?.length !== KEY_BYTES) return err({ type: 'mistyped' });
  return ok({ keyId, part, bytes });
}

const checkOf = (keyId: string, part: number, body: string): string => symbolsOf(bytesOfHex(sha256OfText(`${part} ${keyId} ${body}`))).slice(0, CHECK_SYMBOLS);

const under = (bytes: Uint8Array, mask: Uint8Array): Uint8Array => bytes.map((byte, at) => byte ^ (mask[at] ?? 0));

/**
 * Eight symbols that a person reads out from the tablet: who answers a request sees the same ones, so that nobody else's request
 * is answered in its place.
 */
export const requestCode = (requestId: string, answerKey: string): string => inGroups(symbolsOf(bytesOfHex(sha256OfText(`${requestId} ${answerKey}`)).slice(0, 5)));

/** What a sealed box is bound to: it opens for nothing else. */
export const dataKeyContext = (userId: string): Uint8Array => bytesOfText(`cotejo-recovery-1 data-key ${userId}`);
export const answerContext = (requestId: string): Uint8Array => bytesOfText(`cotejo-recovery-1 answer ${requestId}`);
