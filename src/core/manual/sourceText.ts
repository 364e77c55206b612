import { err, ok, type Result } from '#core/result.ts';
import { decodeText, type SourceEncoding } from './decodeText.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import type { Problem, ProblemCode } from './manualReading.ts';

/** A whole program's bilingual manual is about 3 MB; beyond ten times that it is something else. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

export type SourceText = { readonly text: string; readonly encoding: SourceEncoding };

/** The text of a manual's file without its byte order mark and how it was coded, or why it is none. */
export function sourceText(source: Uint8Array | string): Result<SourceText, Problem> {
  if (source.length > MAX_FILE_BYTES) return refuse('too-large', 1, 'The file is larger than 32 MB; a manual is far smaller.');
  const decoded = typeof source === 'string' ? ok({ text: source, encoding: 'utf-8' } as const) : textOfBytes(source);
  if (!decoded.ok) return decoded;
  const { encoding } = decoded.value;
  const text = decoded.value.text.startsWith('\uFEFF') ? decoded.value.text.slice(1) : decoded.value.text;
  if (text.trim() === '') return refuse('empty', 1, 'The file is empty.');
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse('nul-byte', lineAt(text, nul), 'The file contains a NUL character; export it again from the program that made it.');
  if (/^\s*<(?:!doctype|!--|\?xml|html|head|body|table)/i.test(text)) {
    return refuse('html', 1, 'This is a web page or XML, not a manual; save the sheet itself as "CSV UTF-8".');
  }
  return ok({ text, encoding });
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

function textOfBytes(bytes: Uint8Array): Result<SourceText, Problem> {
  const magic = MAGIC.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (magic !== undefined) return refuse('not-text', 1, `This is ${magic[0]} under another name; save the sheet as "CSV UTF-8".`);
  const decoded = decodeText(bytes);
  if (decoded.ok) return decoded;
  if (decoded.error.type === 'damaged-utf-16') return refuse('encoding', 1, 'The file is UTF-16 that was cut off; save it again as "CSV UTF-8".');
  const before = decodeUtf8(bytes.subarray(0, decoded.error.offset));
  const row = before.ok ? lineAt(before.value, before.value.length) : 0;
  return refuse('encoding', row, `Row ${row} is damaged: the file is UTF-8, but not there. Save it again as "CSV UTF-8".`);
}

function refuse(code: ProblemCode, row: number, message: string): Result<never, Problem> {
  return err({ severity: 'error', row, column: '', code, message, values: { row } });
}
