import type { BundleHeader, Prologue } from '#core/bundle/bundleHeader.ts';
import { normalPassphrase } from '#core/bundle/passphrase.ts';
import { bytesOfHex, hexOf } from '#core/bytes.ts';
import { newUuid, type IdSource } from '#core/ids.ts';
import type { BatchProof, Me } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import { planImport, type ImportPlan } from '#client/storage/imports/planImport.ts';
import { proverOf } from '#client/storage/imports/provedHashes.ts';
import { argon2InWorker } from '#client/storage/keys/argon2InWorker.ts';
import type { Argon2 } from '#client/storage/keys/deriveKeys.ts';
import type { VisitKeyRing } from '#client/storage/keys/visitKeys.ts';
import type { Known, Replica } from '#client/storage/log/replica.ts';
import { bundleKeys, type BundleKeys } from './bundleKeys.ts';
import type { BundleOrder, BundleSize, FileAmount, HandOver, Merged, OpenedBundle, OpenError } from './bundleOrder.ts';
import { FILE_CHOICES } from './bundleOrder.ts';
import { collectBundle, filesChosen, opsOf, partsOf, peopleIn, type Collected, type FileHere } from './collectBundle.ts';
import { readBundleHeader } from './openBundle.ts';
import { previewOf } from './previewOf.ts';
import { eachFile, readIncoming, type ReadIncoming } from './readIncoming.ts';
import { sealBundle } from './sealBundle.ts';

export type HandOverParts = {
  readonly replica: Replica;
  readonly files: FileVault;
  readonly visitKeys: VisitKeyRing;
  readonly device: string;
  readonly sign: (hashes: readonly string[]) => Promise<string>;
  readonly source: IdSource;
  readonly me: () => Me;
  readonly argon2?: Argon2;
};

/** Makes and opens `.cotejo` files (`core/bundle/BUNDLE.md`). */
export function createHandOver(parts: HandOverParts): HandOver {
  const { replica, files, visitKeys, device, source, me, argon2 = argon2InWorker } = parts;
  const collect = (scopes: BundleOrder['scopes']): Promise<Collected> => collectBundle(replica, files, device, scopes);

  const sign = async (ops: readonly { readonly h: string }[]): Promise<BatchProof> => {
    const hashes = ops.map(({ h }) => h);
    return { device, actor: me().person.id, hashes, signature: await parts.sign(hashes) };
  };

  const keyFor = async (key: BundleOrder['key']): Promise<{ readonly header: BundleHeader; readonly keys: BundleKeys }> => {
    const salt = hexOf(source.randomBytes(32));
    if (key.kind === 'passphrase') {
      const header: BundleHeader = { key: { kind: 'passphrase', argon2: { memoryKiB: 65_536, iterations: 3, parallelism: 1, salt: hexOf(source.randomBytes(16)) } }, salt };
      return { header, keys: await keysOfWords(header, key.words, argon2) };
    }
    const visitKey = visitKeys.newest(key.scope);
    if (!visitKey) throw new Error('asked for a file under a key that is not here');
    return { header: { key: { kind: 'visit', id: visitKey.id }, salt }, keys: await bundleKeys(bytesOfBase64url(visitKey.key), salt) };
  };

  const keysToOpen = async ({ header }: Prologue, words: string | undefined): Promise<Result<BundleKeys, OpenError>> => {
    switch (header.key.kind) {
      case 'passphrase': return words === undefined ? err({ type: 'wrong-passphrase' }) : ok(await keysOfWords(header, words, argon2));
      case 'visit': {
        const visitKey = visitKeys.byId(header.key.id);
        return visitKey ? ok(await bundleKeys(bytesOfBase64url(visitKey.key), header.salt)) : err({ type: 'no-visit-key' });
      }
      case 'recovery': return err({ type: 'recovery-only' });
    }
  };

  return {
    hasVisitKey: (scope) => visitKeys.newest(scope) !== undefined,

    measure: async (scopes) => {
      const collected = await collect(scopes);
      return sizeOf(collected);
    },

    make: async ({ scopes, files: choice, key }, onProgress) => {
      const { header, keys } = await keyFor(key);
      const collected = await collect(scopes);
      // What the server refused is the person's own affair: only a back-up takes it along.
      const taken = key.kind === 'visit' ? { ...collected, refused: [] } : collected;
      const chosen = filesChosen(taken.files, choice);
      const ops = opsOf(taken);
      const { textBytes } = sizeOf(taken);
      const fileBytes = amountOf(chosen).sizeBytes;
      const { person, installationId } = me();
      const madeAt = new Date(source.nowMs());
      const manifest = {
        id: newUuid(source), purpose: key.kind === 'visit' ? 'colleague' as const : 'back-up' as const, installationId, madeBy: person, madeAt: madeAt.toISOString(),
        scopes: [...scopes], people: peopleIn(ops, me()), ops: ops.length, files: chosen.length, fileBytes,
      };
      const total = textBytes + fileBytes;
      const blob = await sealBundle(header, keys, partsOf(manifest, taken, chosen, sign, files.read), { onProgress: (done) => onProgress(Math.min(done, total), total) });
      return {
        file: new File([blob], fileName(madeAt), { type: 'application/octet-stream' }), ops: ops.length, files: chosen.length,
        holds: {
          atMs: madeAt.getTime(), n: taken.own.at(-1)?.op.n ?? 0,
          files: chosen.filter(({ upload }) => upload === 'waiting').map(({ scope, sha256 }) => `${scope} ${sha256}`),
        },
      };
    },

    keyKindOf: async (file) => {
      const prologue = await readBundleHeader(file);
      if (!prologue.ok) return prologue;
      const { kind } = prologue.value.header.key;
      return kind === 'recovery' ? err({ type: 'recovery-only' }) : ok(kind);
    },

    open: async (file, words) => {
      const prologue = await readBundleHeader(file);
      if (!prologue.ok) return prologue;
      const keys = await keysToOpen(prologue.value, words);
      if (!keys.ok) return keys;
      const read = await readIncoming(file, prologue.value, keys.value);
      if (!read.ok) return read;
      const { manifest, incoming } = read.value;
      if (manifest.installationId !== me().installationId) return err({ type: 'other-installation' });
      if (!manifest.scopes.some((scope) => replica.scopes().has(scope))) return err({ type: 'not-yours' });
      const proofs = [...incoming.batches.map(({ proof }) => proof), ...incoming.pages.flatMap(({ page }) => page.proofs)];
      const isProved = await proverOf(proofs, me().devices);
      const plan = (here: Known): ImportPlan => planImport(refusedOfMine(read.value, me()), here, {
        scopes: new Set(replica.scopes().keys()), isProved, broughtBy: manifest.madeBy.id, nowMs: source.nowMs(), newId: () => newUuid(source),
      });
      return ok(await opened(file, prologue.value, keys.value, read.value, plan));
    },
  };

  async function opened(file: File | Blob, prologue: Prologue, keys: BundleKeys, read: ReadIncoming, plan: (here: Known) => ImportPlan): Promise<OpenedBundle> {
    const mayRead = (candidate: { readonly scope: FileHere['scope'] }): boolean => replica.scopes().has(candidate.scope);
    const missing: FileHere[] = [];
    for (const one of read.files) if (mayRead(one) && !(await files.has(one.scope, one.sha256))) missing.push({ ...one, upload: 'waiting' });
    const preview = previewOf(read, plan(replica.known()), { people: me().people, mayRead, freshFiles: amountOf(missing) });
    return {
      preview,
      merge: async (onProgress) => {
        const brought = await replica.bringIn(plan);
        if (!brought.ok) return brought;
        const ops = brought.value.rows.reduce((sum, row) => sum + row.ops.length, 0) + brought.value.refused.length;
        return ok({ ops, ...(await storeFiles(missing, onProgress)) });
      },
    };

    /** After the records: text goes first on a full disk. What does not fit is said, and comes when the file is opened again. */
    async function storeFiles(wanted: readonly FileHere[], onProgress: (done: number, total: number) => void): Promise<Pick<Merged, 'files' | 'filesLeft'>> {
      const names = new Set(wanted.map(({ scope, sha256 }) => `${scope} ${sha256}`));
      const total = amountOf(wanted).sizeBytes;
      let stored = 0;
      let done = 0;
      if (wanted.length === 0) return { files: 0, filesLeft: 0 };
      await eachFile(file, prologue, keys, ({ scope, sha256 }) => names.has(`${scope} ${sha256}`), async ({ scope, sha256, sizeBytes }, bytes) => {
        const kept = await files.store(scope, sha256, bytes, 'waiting');
        if (!kept.ok) return false;
        stored += 1;
        done += sizeBytes;
        onProgress(done, total);
        return true;
      });
      return { files: stored, filesLeft: wanted.length - stored };
    }
  }
}

/** Only the person's own back-up fills their own tray. */
function refusedOfMine({ manifest, incoming }: ReadIncoming, me: Me): ReadIncoming['incoming'] {
  const isMine = manifest.purpose === 'back-up' && manifest.madeBy.id === me.person.id;
  return isMine ? incoming : { ...incoming, refused: [] };
}

const keysOfWords = async (header: BundleHeader, words: string, argon2: Argon2): Promise<BundleKeys> => {
  if (header.key.kind !== 'passphrase') throw new Error('words for a file that has none');
  return bundleKeys(await argon2(normalPassphrase(words), bytesOfHex(header.key.argon2.salt)), header.salt);
};

const bytesOfBase64url = (text: string): Uint8Array => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const amountOf = (files: readonly { readonly sizeBytes: number }[]): FileAmount => ({ count: files.length, sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0) });

function sizeOf(collected: Collected): BundleSize {
  const ops = opsOf(collected);
  const onlyHere = collected.own.length + collected.imports.reduce((sum, { ops: carried }) => sum + carried.length, 0);
  const amounts = FILE_CHOICES.map((choice) => [choice, amountOf(filesChosen(collected.files, choice))] as const);
  return { ops: ops.length, onlyHere, textBytes: JSON.stringify(ops).length, files: Object.fromEntries(amounts) as BundleSize['files'] };
}

/** Says when, and nothing else: not whose, not of which agency. */
const fileName = (madeAt: Date): string => `cotejo-${madeAt.toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}.cotejo`;
