import { err, ok, type Result } from '#core/result.ts';

/** Crockford's 32: no I, L, O or U, so that nothing read aloud or copied by hand can be taken for something else. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 symbols of 5 bits: 100 bits. Nobody guesses one. */
const LENGTH = 20;
const GROUP = 4;

export type JoinCodeError =
  | { readonly type: 'wrong-length'; readonly symbols: number; readonly of: number }
  /** `symbol` is none of the code's. */
  | { readonly type: 'not-a-symbol'; readonly symbol: string };

/** A code from 20 random bytes, as it is hashed and compared: without hyphens. 256 is a multiple of 32, so every symbol is as likely as any other. */
export function newJoinCode(randomBytes: (count: number) => Uint8Array): string {
  return Array.from(randomBytes(LENGTH), (byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
}

/** As it is shown, said and written down: `K7QM-2XVD-9FHT-4RWB-PN3C`. */
export function showJoinCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** The way in for a link: behind the `#`, which browsers never send, so that no server log holds a code. */
export const joinLink = (address: string, code: string): string => `${address.replace(/\/$/, '')}/join#${showJoinCode(code)}`;

/**
 * Reads what a person typed or pasted: small or capital letters, with or without hyphens, the whole link too.
 * O is read as 0, I and L as 1.
 */
export function readJoinCode(typed: string): Result<string, JoinCodeError> {
  const text = typed.slice(typed.lastIndexOf('#') + 1).normalize('NFKC').toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const stranger = Array.from(text).find((symbol) => !SYMBOLS.includes(symbol));
  if (stranger !== undefined) return err({ type: 'not-a-symbol', symbol: stranger });
  if (text.length !== LENGTH) return err({ type: 'wrong-length', symbols: text.length, of: LENGTH });
  return ok(text);
}
