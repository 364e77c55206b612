import type { FileVault } from '#client/storage/files/fileVault.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';

type Kept = { readonly bytes: Uint8Array; upload: 'waiting' | 'done' };

export type SmallVault = FileVault & { readonly names: () => readonly string[]; readonly fill: () => void };

/** Files in memory, on a disk that a test may fill. */
export function smallVault(waiting: readonly { readonly scope: ScopeId; readonly sha256: string; readonly bytes: Uint8Array }[] = []): SmallVault {
  const files = new Map<string, Kept>(waiting.map(({ scope, sha256, bytes }) => [`${scope} ${sha256}`, { bytes, upload: 'waiting' }]));
  let full = false;
  const listed = () => [...files].flatMap(([name, { bytes, upload }]) => {
    const scope = name.slice(0, name.indexOf(' '));
    const sha256 = name.slice(scope.length + 1);
    return isScopeId(scope) ? [{ scope, sha256, sizeBytes: bytes.length, upload }] : [];
  });
  return {
    has: async (scope, sha256) => files.has(`${scope} ${sha256}`),
    read: async (scope, sha256) => files.get(`${scope} ${sha256}`)?.bytes,
    store: async (scope, sha256, bytes, upload) => {
      if (full) return err({ type: 'disk-full' });
      files.set(`${scope} ${sha256}`, { bytes, upload });
      return ok(undefined);
    },
    waiting: async () => listed().filter((file) => file.upload === 'waiting').map(({ scope, sha256, sizeBytes }) => ({ scope, sha256, sizeBytes })),
    list: async () => listed(),
    readChunk: async (scope, sha256, index) => files.get(`${scope} ${sha256}`)?.bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
    uploadOf: (scope, sha256) => files.get(`${scope} ${sha256}`)?.upload,
    markVerified: async (names) => {
      for (const { scope, sha256 } of names) {
        const file = files.get(`${scope} ${sha256}`);
        if (file) file.upload = 'done';
      }
    },
    names: () => [...files.keys()].map((name) => name.split(' ')[1] ?? ''),
    fill: () => {
      full = true;
    },
  };
}
