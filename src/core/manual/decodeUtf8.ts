import { err, ok, type Result } from '#core/result.ts';

export type Utf8Error = { readonly type: 'not-utf-8'; readonly offset: number };

/** Code units handed to `String.fromCharCode` at once: far below every engine's limit of arguments. */
const CHUNK_UNITS = 8_192;
const REPLACEMENT = -1;

/**
 * Decodes strict UTF-8 (RFC 3629: no overlong forms, no surrogates) and says at which byte it stops being that.
 * By hand because core has neither the DOM's nor Node's types, and `TextDecoder` does not tell where.
 */
export function decodeUtf8(bytes: Uint8Array): Result<string, Utf8Error> {
  let text = '';
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : sequenceLength(lead);
    const point = lead < 0x80 ? lead : codePoint(bytes, at, length);
    if (point === REPLACEMENT) return err({ type: 'not-utf-8', offset: at });
    if (point < 0x10000) units.push(point);
    else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff));
    at += length;
    if (units.length >= CHUNK_UNITS) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return ok(text + String.fromCharCode(...units));
}

function sequenceLength(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return REPLACEMENT;
  let point = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i];
    if (next === undefined || (next & 0xc0) !== 0x80) return REPLACEMENT;
    point = (point << 6) | (next & 0x3f);
  }
  const smallest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < smallest || point > 0x10ffff || isSurrogate ? REPLACEMENT : point;
}
