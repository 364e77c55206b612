import { err, ok, type Result } from '#core/result.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import type { Problem, ProblemCode } from './manualReading.ts';

/** A whole program's bilingual manual is about 3 MB; beyond ten times that it is something else. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** The text of a manual's file without its byte order mark, or why it is none. What it cannot read for sure it refuses. */
export function sourceText(source: Uint8Array | string): Result<string, Problem> {
  if (source.length > MAX_FILE_BYTES) return refuse('too-large', 1, 'The file is larger than 32 MB; a manual is far smaller.');
  const decoded = typeof source === 'string' ? ok(source) : textOfBytes(source);
  if (!decoded.ok) return decoded;
  const text = decoded.value.startsWith('\uFEFF') ? decoded.value.slice(1) : decoded.value;
  if (text.trim() === '') return refuse('empty', 1, 'The file is empty.');
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse('nul-byte', lineAt(text, nul), 'The file contains a NUL character; export it again from the program that made it.');
  if (/^\s*<(?:!doctype|!--|\?xml|html|head|body|table)/i.test(text)) {
    return refuse('html', 1, 'This is a web page or XML, not a manual; save the sheet itself as "CSV UTF-8".');
  }
  return ok(text);
}

/** The line, from 1, of a place in a text; `\r\n`, `\n` and `\r` each end one. */
export function lineAt(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
}

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['a ZIP or Excel file', [0x50, 0x4b]],
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a compressed file', [0x1f, 0x8b]],
];

function textOfBytes(bytes: Uint8Array): Result<string, Problem> {
  const magic = MAGIC.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (magic !== undefined) return refuse('not-text', 1, `This is ${magic[0]} under another name; save the sheet as "CSV UTF-8".`);
  if (isUtf16(bytes)) return refuse('encoding', 1, 'The file is UTF-16; save it as "CSV UTF-8".');
  const text = decodeUtf8(bytes);
  if (text.ok) return text;
  const before = decodeUtf8(bytes.subarray(0, text.error.offset));
  const row = before.ok ? lineAt(before.value, before.value.length) : 0;
  return refuse('encoding', row, `Row ${row} is not UTF-8 (it may be Windows-1252 or Latin-1); save the file as "CSV UTF-8".`);
}

/** By its mark, or because every second byte of its beginning is zero. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 512);
  return start.filter((byte) => byte === 0).length > start.length / 4;
}

function refuse(code: ProblemCode, row: number, message: string): Result<never, Problem> {
  return err({ severity: 'error', row, column: '', code, message });
}
