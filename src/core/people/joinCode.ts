import { err, ok, type Result } from '#core/result.ts';
import { inGroups, plainSymbols, strangeSymbol, symbolsOf } from './symbols.ts';

/** 20 symbols of 5 bits: 100 bits. Nobody guesses one. */
const LENGTH = 20;
/** Bytes of 20 symbols, and a bit of room: 13 bytes are 104 bits. */
const BYTES = 13;

export type JoinCodeError =
  | { readonly type: 'wrong-length'; readonly symbols: number; readonly of: number }
  /** `symbol` is none of the code's. */
  | { readonly type: 'not-a-symbol'; readonly symbol: string };

/** A code from random bytes, as it is hashed and compared: without hyphens. */
export function newJoinCode(randomBytes: (count: number) => Uint8Array): string {
  return symbolsOf(randomBytes(BYTES)).slice(0, LENGTH);
}

/** As it is shown, said and written down: `K7QM-2XVD-9FHT-4RWB-PN3C`. */
export const showJoinCode = inGroups;

/** The way in for a link: behind the `#`, which browsers never send, so that no server log holds a code. */
export const joinLink = (address: string, code: string): string => `${address.replace(/\/$/, '')}/join#${showJoinCode(code)}`;

/**
 * Reads what a person typed or pasted: small or capital letters, with or without hyphens, the whole link too.
 * O is read as 0, I and L as 1.
 */
export function readJoinCode(typed: string): Result<string, JoinCodeError> {
  const text = plainSymbols(typed.slice(typed.lastIndexOf('#') + 1));
  const stranger = strangeSymbol(text);
  if (stranger !== undefined) return err({ type: 'not-a-symbol', symbol: stranger });
  if (text.length !== LENGTH) return err({ type: 'wrong-length', symbols: text.length, of: LENGTH });
  return ok(text);
}
