import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPrologue, type BundleHeader } from '#core/bundle/bundleHeader.ts';
import type { BundlePart } from '#core/bundle/bundleContent.ts';
import { err, ok } from '#core/result.ts';
import { aManifest, anyParts, FRAME, HEADER, opened, sealed, SECRET } from './aBundle.ts';

const SEALED_FRAME = FRAME + 16;
const framesAt = (bytes: Uint8Array): number => {
  const prologue = readPrologue(bytes);
  if (!prologue.ok) throw new Error(prologue.error.type);
  return prologue.value.framesAt;
};
const small: readonly BundlePart[] = [{ kind: 'manifest', manifest: aManifest() }, { kind: 'end' }];

test('[H1] any bundle is read as it was written', async () => {
  await fc.assert(fc.asyncProperty(anyParts, async (parts) => {
    expect(await opened(await sealed(parts))).toEqual(ok(parts));
  }), { numRuns: 100 });
});

test('[H1] a content that fills its last frame exactly is read as it was written', async () => {
  const bytes = new Uint8Array(100);
  const parts = (length: number): readonly BundlePart[] => [
    small[0] as BundlePart, { kind: 'file', file: { scope: aManifest().scopes[0] ?? 'visit:x', sha256: 'a'.repeat(64), sizeBytes: length } },
    { kind: 'chunk', bytes: bytes.subarray(0, length) }, { kind: 'end' },
  ];
  for (let length = 1; length <= 100; length++) expect((await opened(await sealed(parts(length), HEADER, 64), SECRET, 64)).ok).toBe(true);
});

test('[H2] any flipped bit is refused', async () => {
  await fc.assert(fc.asyncProperty(anyParts, fc.nat(), fc.nat(7), async (parts, place, bit) => {
    const bytes = await sealed(parts);
    const at = place % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    const read = await opened(bytes);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(['not-a-bundle', 'newer-format', 'cut', 'damaged']).toContain(read.error.type);
  }), { numRuns: 300 });
});

test('[H2] a copy that was cut anywhere is refused, and said to be cut', async () => {
  await fc.assert(fc.asyncProperty(anyParts, fc.nat(), async (parts, place) => {
    const bytes = await sealed(parts);
    const length = place % bytes.length;
    expect(await opened(bytes.subarray(0, length))).toEqual(err({ type: length < 8 ? 'not-a-bundle' : 'cut' }));
  }), { numRuns: 200 });
});

test('[H2] bytes behind the end, and frames that were swapped, repeated or taken away, are refused', async () => {
  await fc.assert(fc.asyncProperty(anyParts, fc.nat(), fc.nat(), async (parts, one, other) => {
    const bytes = await sealed(parts);
    const start = framesAt(bytes);
    const frames = Array.from({ length: Math.ceil((bytes.length - start) / SEALED_FRAME) }, (_, at) => bytes.subarray(start + at * SEALED_FRAME, start + (at + 1) * SEALED_FRAME));
    const [a, b] = [one % frames.length, other % frames.length];
    const head = bytes.subarray(0, start);
    const withFrames = (order: readonly (Uint8Array | undefined)[]): Uint8Array => {
      const body = Buffer.concat(order.flatMap((frame) => (frame ? [frame] : [])));
      const file = Buffer.concat([head, body]);
      // The length is mended too, as somebody would who wants it to be taken.
      file.writeBigUInt64BE(BigInt(body.length), start - 8);
      return file;
    };
    const swapped = frames.map((frame, at) => (at === a ? frames[b] : at === b ? frames[a] : frame));
    if (a !== b) expect((await opened(withFrames(swapped))).ok).toBe(false);
    expect((await opened(withFrames([...frames, frames[a]]))).ok).toBe(false);
    expect((await opened(withFrames(frames.filter((_, at) => at !== a)))).ok).toBe(false);
    expect(await opened(Buffer.concat([bytes, Buffer.from('x')]))).toEqual(err({ type: 'damaged' }));
  }), { numRuns: 100 });
});

test('[H2] frames behind the header of another file of the same key are refused', async () => {
  const one = await sealed(small);
  const other = await sealed(small, { ...HEADER, salt: 'ab'.repeat(32) });
  const mixed = Buffer.concat([one.subarray(0, framesAt(one)), other.subarray(framesAt(other))]);
  expect(await opened(mixed)).toEqual(err({ type: 'damaged' }));
});

test('[H3] a wrong passphrase is told apart from a damaged file', async () => {
  const header: BundleHeader = { ...HEADER, key: { kind: 'passphrase', argon2: { memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: '00'.repeat(16) } } };
  expect(await opened(await sealed(small, header), new Uint8Array(32))).toEqual(err({ type: 'wrong-passphrase' }));
  const bytes = await sealed(small, header);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(await opened(bytes)).toEqual(err({ type: 'damaged' }));
});

test('[H3] a picture, an empty file and a later format are refused as what they are', async () => {
  expect(await opened(new Uint8Array())).toEqual(err({ type: 'not-a-bundle' }));
  expect(await opened(new TextEncoder().encode('%PDF-1.7 something long enough to be read'))).toEqual(err({ type: 'not-a-bundle' }));
  const later = await sealed(small);
  later[9] = 2;
  expect(await opened(later)).toEqual(err({ type: 'newer-format' }));
});

test('[H2] parts out of their order, a file without all its bytes and a content without an end are refused', async () => {
  const manifest = small[0] as BundlePart;
  const file: BundlePart = { kind: 'file', file: { scope: aManifest().scopes[0] ?? 'visit:x', sha256: 'a'.repeat(64), sizeBytes: 3 } };
  const chunk = (length: number): BundlePart => ({ kind: 'chunk', bytes: new Uint8Array(length) });
  const end: BundlePart = { kind: 'end' };
  for (const parts of [
    [end], [manifest], [manifest, manifest, end], [file, chunk(3), end], [manifest, chunk(3), end], [manifest, file, end], [manifest, file, chunk(2), end],
    [manifest, file, chunk(4), end], [manifest, end, end], [manifest, file, chunk(1), file, chunk(3), end],
  ]) expect(await opened(await sealed(parts))).toEqual(err({ type: 'damaged' }));
});
