import * as v from 'valibot';
import { bytesOfText } from '#core/bytes.ts';
import { err, ok, type Result } from '#core/result.ts';
import { bundleBatch, bundleFile, bundleManifest, bundlePage, bundleRefused, type BundlePart } from './bundleContent.ts';
import type { BundleError } from './bundleError.ts';
import { jsonOfBytes } from './jsonOfBytes.ts';

/** Each part: one byte for its kind, four for its length, then JSON, or bytes where the kind is `chunk`. */
const HEAD_BYTES = 5;
/** Far above a page or a batch of the largest push. */
const LONGEST_PART_BYTES = 16 * 1024 * 1024;
const KINDS = { manifest: 1, batch: 2, page: 3, refused: 4, file: 5, chunk: 6, end: 255 } as const satisfies Record<BundlePart['kind'], number>;

export function encodePart(part: BundlePart): Uint8Array {
  const body = bodyOf(part);
  if (body.length > LONGEST_PART_BYTES) throw new Error(`a part of ${body.length} bytes that no reader would take`);
  const bytes = new Uint8Array(HEAD_BYTES + body.length);
  bytes[0] = KINDS[part.kind];
  new DataView(bytes.buffer).setUint32(1, body.length);
  bytes.set(body, HEAD_BYTES);
  return bytes;
}

function bodyOf(part: BundlePart): Uint8Array {
  switch (part.kind) {
    case 'manifest': return jsonBytes(part.manifest);
    case 'batch': return jsonBytes(part.batch);
    case 'page': return jsonBytes(part.page);
    case 'refused': return jsonBytes(part.refused);
    case 'file': return jsonBytes(part.file);
    case 'chunk': return part.bytes;
    case 'end': return new Uint8Array();
  }
}

const jsonBytes = (value: unknown): Uint8Array => bytesOfText(JSON.stringify(value));

export type PartReader = {
  /** The parts that these bytes complete. After an error nothing more is read. */
  readonly push: (bytes: Uint8Array) => Result<readonly BundlePart[], BundleError>;
  /** Called when there are no more bytes: whether the content came to its end. */
  readonly end: () => Result<void, BundleError>;
};

/** Cuts a stream of plain bytes, given in pieces of any size, into parts, and holds them to their order. */
export function partReader(): PartReader {
  let rest: Uint8Array = new Uint8Array();
  let failed: BundleError | undefined;
  let seen: 'nothing' | 'manifest' | 'end' = 'nothing';
  let chunkBytesDue = 0;

  const fits = (part: BundlePart): boolean => {
    if (seen === 'end' || (seen === 'nothing') !== (part.kind === 'manifest')) return false;
    if (part.kind === 'chunk') {
      chunkBytesDue -= part.bytes.length;
      return part.bytes.length > 0 && chunkBytesDue >= 0;
    }
    if (chunkBytesDue !== 0) return false;
    seen = part.kind === 'end' ? 'end' : 'manifest';
    if (part.kind === 'file') chunkBytesDue = part.file.sizeBytes;
    return true;
  };
  const fail = (error: BundleError): { ok: false; error: BundleError } => {
    failed = error;
    return err(error);
  };
  return {
    push: (bytes) => {
      if (failed) return err(failed);
      rest = joined(rest, bytes);
      const parts: BundlePart[] = [];
      while (rest.length >= HEAD_BYTES) {
        const length = new DataView(rest.buffer, rest.byteOffset, rest.byteLength).getUint32(1);
        if (length > LONGEST_PART_BYTES) return fail({ type: 'damaged' });
        if (rest.length < HEAD_BYTES + length) break;
        const part = decodePart(rest[0] ?? 0, rest.subarray(HEAD_BYTES, HEAD_BYTES + length));
        if (!part.ok) return fail(part.error);
        if (!fits(part.value)) return fail({ type: 'damaged' });
        parts.push(part.value);
        rest = rest.subarray(HEAD_BYTES + length);
      }
      return ok(parts);
    },
    end: () => {
      if (failed) return err(failed);
      return seen === 'end' && rest.length === 0 ? ok(undefined) : err({ type: 'damaged' });
    },
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** A kind or a shape that is not known, in a file that is whole, comes from a later build. */
function decodePart(kind: number, body: Uint8Array): Result<BundlePart, BundleError> {
  if (kind === KINDS.chunk) return ok({ kind: 'chunk', bytes: body.slice() });
  if (kind === KINDS.end) return body.length === 0 ? ok({ kind: 'end' }) : err({ type: 'damaged' });
  const json = jsonOfBytes(body);
  switch (kind) {
    case KINDS.manifest: return partOf(v.safeParse(bundleManifest, json), (manifest) => ({ kind: 'manifest', manifest }));
    case KINDS.batch: return partOf(v.safeParse(bundleBatch, json), (batch) => ({ kind: 'batch', batch }));
    case KINDS.page: return partOf(v.safeParse(bundlePage, json), (page) => ({ kind: 'page', page }));
    case KINDS.refused: return partOf(v.safeParse(bundleRefused, json), (refused) => ({ kind: 'refused', refused }));
    case KINDS.file: return partOf(v.safeParse(bundleFile, json), (file) => ({ kind: 'file', file }));
    default: return err({ type: 'newer-format' });
  }
}

function partOf<T>(parsed: { readonly success: true; readonly output: T } | { readonly success: false }, make: (value: T) => BundlePart): Result<BundlePart, BundleError> {
  return parsed.success ? ok(make(parsed.output)) : err({ type: 'newer-format' });
}
