import { err, ok, type Result } from '#core/result.ts';
import { decodeUtf8 } from './decodeUtf8.ts';

/** How the characters of a file were written. `windows-1252` also stands for Latin-1, whose letters are the same. */
export type SourceEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText = { readonly text: string; readonly encoding: SourceEncoding };

/** `offset`: the byte at which a text that is otherwise UTF-8 stops being that. */
export type DecodeError = { readonly type: 'damaged-utf-8'; readonly offset: number } | { readonly type: 'damaged-utf-16' };

/**
 * The text of bytes whose encoding nobody has told. A byte order mark decides; else zeros in every second byte mean UTF-16, valid
 * UTF-8 is UTF-8, and what remains is Windows-1252, as Excel in Mexico writes "CSV". A file that holds accents coded as UTF-8
 * **and** bytes that are not is damaged, and refused: read as Windows-1252 it would be imported full of garbled letters.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, DecodeError> {
  const wide = utf16Of(bytes);
  if (wide !== undefined) {
    if (bytes.length % 2 === 1) return err({ type: 'damaged-utf-16' });
    return ok({ text: decodeUtf16(bytes, wide === 'utf-16be'), encoding: wide });
  }
  const utf8 = decodeUtf8(bytes);
  if (utf8.ok) return ok({ text: utf8.value, encoding: 'utf-8' });
  if (hasUtf8Letters(bytes)) return err({ type: 'damaged-utf-8', offset: utf8.error.offset });
  return ok({ text: decodeWindows1252(bytes), encoding: 'windows-1252' });
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 512);
  const zerosAt = (parity: number): number => start.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (zerosAt(1) > start.length / 4 && zerosAt(0) === 0) return 'utf-16le';
  if (zerosAt(0) > start.length / 4 && zerosAt(1) === 0) return 'utf-16be';
  return undefined;
}

/** Code units handed to `String.fromCharCode` at once: far below every engine's limit of arguments. */
const CHUNK_UNITS = 8_192;

function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  return joinUnits(bytes.length / 2, (i) => {
    const [first, second] = [bytes[2 * i] ?? 0, bytes[2 * i + 1] ?? 0];
    return bigEndian ? first * 256 + second : second * 256 + first;
  });
}

/** What Windows-1252 has at 0x80–0x9F, where Latin-1 has control characters; 0 where it has nothing. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
] as const;

function decodeWindows1252(bytes: Uint8Array): string {
  return joinUnits(bytes.length, (i) => {
    const byte = bytes[i] ?? 0;
    return (byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252[byte - 0x80] : byte) || byte;
  });
}

function joinUnits(count: number, unitAt: (index: number) => number): string {
  let text = '';
  for (let from = 0; from < count; from += CHUNK_UNITS) {
    const units = Array.from({ length: Math.min(CHUNK_UNITS, count - from) }, (_, i) => unitAt(from + i));
    text += String.fromCharCode(...units);
  }
  return text;
}

/** Whether an accented Latin letter stands there as UTF-8 writes it: 0xC3 and a byte of 0x80–0xBF. In Windows-1252 that would be `Ã` and a sign. */
function hasUtf8Letters(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte === 0xc3 && ((bytes[i + 1] ?? 0) & 0xc0) === 0x80);
}
