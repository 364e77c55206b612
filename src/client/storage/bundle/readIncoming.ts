import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf } from '#core/bytes.ts';
import type { BundleFile, BundleManifest, BundlePart } from '#core/bundle/bundleContent.ts';
import type { BundleError } from '#core/bundle/bundleError.ts';
import type { Prologue } from '#core/bundle/bundleHeader.ts';
import type { Op } from '#core/op/op.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import type { PulledOp } from '#core/protocol/packedOp.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Incoming } from '#client/storage/imports/planImport.ts';
import type { BundleKeys } from './bundleKeys.ts';
import { readBundle } from './openBundle.ts';

export type ReadIncoming = { readonly manifest: BundleManifest; readonly incoming: Incoming; readonly files: readonly BundleFile[] };

/** Reads a whole file: records into memory, pictures only through their hash. Nothing is stored. */
export async function readIncoming(file: Blob, prologue: Prologue, keys: BundleKeys): Promise<Result<ReadIncoming, BundleError>> {
  let manifest: BundleManifest | undefined;
  const batches: Incoming['batches'][number][] = [];
  const pages: Incoming['pages'][number][] = [];
  const refused: Incoming['refused'][number][] = [];
  const files: BundleFile[] = [];
  const hashing = fileHashes();

  const take = async (part: BundlePart): Promise<Result<void, BundleError>> => {
    const hashed = hashing.take(part);
    if (!hashed.ok) return hashed;
    switch (part.kind) {
      case 'manifest': manifest = part.manifest; break;
      case 'batch': {
        const { proof } = part.batch;
        const ops = unpackCovered(part.batch.ops, proof.hashes, (op) => op.device === proof.device && op.actor === proof.actor);
        if (!ops) return err({ type: 'damaged' });
        batches.push({ proof, ops });
        break;
      }
      case 'page': {
        const { ops: packed, ...page } = part.page;
        const ops = unpackCovered(packed, page.list.map(([, , h]) => h), (op) => op.scope === page.scope);
        if (!ops) return err({ type: 'damaged' });
        pages.push({ page, ops });
        break;
      }
      case 'refused': refused.push({ ...part.refused, op: unpackOp(part.refused.op) }); break;
      case 'file': files.push(part.file); break;
      case 'chunk':
      case 'end':
        break;
    }
    return ok(undefined);
  };

  const read = await readBundle(file, prologue, keys, take);
  if (!read.ok) return read;
  if (!manifest) throw new Error('a whole bundle without a manifest');
  return ok({ manifest, incoming: { batches, pages, refused }, files });
}

/** Every op must stand in the list that covers it, as what it says: else somebody has put it there. */
function unpackCovered(packed: readonly PulledOp[], hashes: readonly string[], fits: (op: Op) => boolean): readonly Op[] | undefined {
  const covered = new Set(hashes);
  const ops = packed.map(unpackOp);
  return ops.every((op) => covered.has(op.h) && fits(op)) ? ops : undefined;
}

/** Checks each file against its name as its chunks go by. */
function fileHashes(): { readonly take: (part: BundlePart) => Result<void, BundleError> } {
  let current: { readonly file: BundleFile; readonly hash: ReturnType<typeof sha256.create> } | undefined;
  const close = (): boolean => {
    const done = current;
    current = undefined;
    return done === undefined || hexOf(done.hash.digest()) === done.file.sha256;
  };
  return {
    take: (part) => {
      if (part.kind === 'chunk') current?.hash.update(part.bytes);
      else if (!close()) return err({ type: 'damaged' });
      if (part.kind === 'file') current = { file: part.file, hash: sha256.create() };
      return ok(undefined);
    },
  };
}

/** The second reading: gives the pictures that are wanted, one at a time, whole. */
export async function eachFile(
  file: Blob, prologue: Prologue, keys: BundleKeys, wanted: (file: BundleFile) => boolean, take: (file: BundleFile, bytes: Uint8Array) => Promise<boolean>,
): Promise<Result<void, BundleError>> {
  let current: { readonly file: BundleFile; readonly bytes: Uint8Array; filled: number } | undefined;
  let goesOn = true;
  return readBundle(file, prologue, keys, async (part) => {
    if (!goesOn) return ok(undefined);
    if (part.kind === 'file') current = wanted(part.file) ? { file: part.file, bytes: new Uint8Array(part.file.sizeBytes), filled: 0 } : undefined;
    if (part.kind === 'chunk' && current) {
      current.bytes.set(part.bytes, current.filled);
      current.filled += part.bytes.length;
      if (current.filled === current.bytes.length) goesOn = await take(current.file, current.bytes);
    }
    return ok(undefined);
  });
}

