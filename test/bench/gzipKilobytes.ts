import { gzipSync } from 'node:zlib';

export type Asset = { readonly url: string; readonly bytes: Uint8Array };

/** Kilobytes (1,000 bytes) of these assets, each compressed by gzip -9 on its own; one that was fetched twice counts once. */
export function gzipKilobytes(assets: readonly Asset[]): number {
  const byUrl = new Map(assets.map(({ url, bytes }) => [url, bytes]));
  return [...byUrl.values()].reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).byteLength, 0) / 1000;
}
