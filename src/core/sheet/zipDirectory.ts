import { err, ok, type Result } from '#core/result.ts';

export type ZipEntry = { readonly name: string; readonly sizeBytes: number };
export type ZipError = { readonly type: 'not-a-zip' } | { readonly type: 'too-many-entries' } | { readonly type: 'unsafe-name'; readonly name: string };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
/** A workbook of a manual has about fifteen. */
const MAX_ENTRIES = 500;

/**
 * The names and unpacked sizes that an archive's directory states, without unpacking anything: so that a bomb is refused by its
 * own words. What lies about its sizes is caught by the deadline of whoever unpacks it.
 */
export function zipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ZipError> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return err({ type: 'not-a-zip' });
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return err({ type: 'too-many-entries' });
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return err({ type: 'not-a-zip' });
    const nameBytes = view.getUint16(at + 28, true);
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameBytes));
    if (isUnsafe(name)) return err({ type: 'unsafe-name', name });
    entries.push({ name, sizeBytes: view.getUint32(at + 24, true) });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return ok(entries);
}

/** The end record is last, before a comment of any text. */
function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

const isUnsafe = (name: string): boolean => name.split(/[\\/]/).includes('..') || /^(?:[\\/]|[A-Za-z]:)/.test(name) || /\p{Cc}/u.test(name);
