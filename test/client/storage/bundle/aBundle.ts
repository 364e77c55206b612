import * as fc from 'fast-check';
import { hexOf, sha256OfBytes } from '#core/bytes.ts';
import type { BundleManifest, BundlePart } from '#core/bundle/bundleContent.ts';
import type { BundleError } from '#core/bundle/bundleError.ts';
import type { BundleHeader } from '#core/bundle/bundleHeader.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import { ok, type Result } from '#core/result.ts';
import { bundleKeys } from '#client/storage/bundle/bundleKeys.ts';
import { readBundle, readBundleHeader } from '#client/storage/bundle/openBundle.ts';
import { sealBundle } from '#client/storage/bundle/sealBundle.ts';
import { anId, anOp, DEVICE, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

export const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
/** Small frames: a property would need gigabytes of the real ones. */
export const FRAME = 256;

export const HEADER: BundleHeader = { key: { kind: 'visit', id: anId() }, salt: hexOf(SECRET) };

export const aManifest = (over: Partial<BundleManifest> = {}): BundleManifest => ({
  id: anId(), purpose: 'colleague', installationId: anId(), madeBy: { id: MARTA, name: 'Marta Ibáñez', code: 'MI', role: 'team_leader' },
  madeAt: '2026-11-09T15:00:00.000Z', scopes: [VISIT_SCOPE], people: [], ops: 0, files: 0, fileBytes: 0, ...over,
});

/** Any content that a bundle may have: ops of any text, files of any size. */
export const anyParts: fc.Arbitrary<readonly BundlePart[]> = fc.tuple(
  fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 4 }),
  fc.array(fc.uint8Array({ minLength: 1, maxLength: 900 }), { maxLength: 3 }),
).map(([texts, files]) => [
  { kind: 'manifest', manifest: aManifest({ ops: texts.length, files: files.length }) },
  ...texts.map((text): BundlePart => {
    const op = anOp({ set: { text } });
    return { kind: 'batch', batch: { proof: { device: DEVICE, actor: MARTA, hashes: [op.h], signature: 'x' }, ops: [packForPull(op)] } };
  }),
  ...files.flatMap((bytes): BundlePart[] => [
    { kind: 'file', file: { scope: VISIT_SCOPE, sha256: sha256OfBytes(bytes), sizeBytes: bytes.length } },
    ...[bytes.subarray(0, 400), bytes.subarray(400)].filter((chunk) => chunk.length > 0).map((chunk): BundlePart => ({ kind: 'chunk', bytes: chunk.slice() })),
  ]),
  { kind: 'end' },
]);

export async function sealed(parts: readonly BundlePart[], header: BundleHeader = HEADER, frameBytes: number = FRAME): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await sealBundle(header, await bundleKeys(SECRET, header.salt), each(parts), { frameBytes });
  return new Uint8Array(await blob.arrayBuffer());
}

async function* each(parts: readonly BundlePart[]): AsyncGenerator<BundlePart> {
  yield* parts;
}

export async function opened(bytes: Uint8Array, secret: Uint8Array = SECRET, frameBytes: number = FRAME): Promise<Result<readonly BundlePart[], BundleError>> {
  const file = new Blob([new Uint8Array(bytes)]);
  const prologue = await readBundleHeader(file);
  if (!prologue.ok) return prologue;
  const parts: BundlePart[] = [];
  const read = await readBundle(file, prologue.value, await bundleKeys(secret, prologue.value.header.salt), async (part) => {
    parts.push(part);
    return ok(undefined);
  }, frameBytes);
  return read.ok ? ok(parts) : read;
}
