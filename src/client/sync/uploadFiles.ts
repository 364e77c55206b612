import { MAX_FILES_PER_STATUS } from '#core/protocol/wire.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileVault, WaitingFile } from '#client/storage/files/fileVault.ts';
import type { Api } from './api.ts';
import { fileKey, noteFileStates } from './fileProgress.ts';
import { fileUpload } from './fileUpload.ts';
import { inParallel } from './inParallel.ts';
import { LARGE_FILE_BYTES } from './largeFiles.ts';
import type { Postponed } from './postponed.ts';
import type { ApiFailure } from './request.ts';

export type UploadPort = {
  readonly files: Pick<FileVault, 'waiting' | 'readChunk' | 'markVerified'>;
  readonly api: Pick<Api, 'filesStatus' | 'putChunk'>;
  /** Of a scope that the person may no longer read nothing is sent. */
  readonly granted: (scope: ScopeId) => boolean;
  readonly postponed: Postponed;
  /** Large files wait for another network. */
  readonly largeFilesWait: () => boolean;
  /** Something else is to be sent first: no further chunk is begun. */
  readonly isWanted: () => boolean;
  /** What the vault says of its files has changed. */
  readonly onMarked: () => void;
};


/** Chunks on their way at once. */
const AT_ONCE = 4;
/** Files whose verification is written down together: each writing waits for the disk. On a slow link none is kept for long. */
const MARKED_TOGETHER = 20;
const MARKED_AFTER_MS = 1_000;

/**
 * Sends the files whose bytes the server has not verified, small ones first, four chunks at a time; one question tells which chunks
 * are there, and those are not sent again. A file that the server refuses stays here, is tried again later where that can help, and
 * does not hold up the others. Any other failure ends the round, with what was verified written down.
 */
export async function uploadFiles(port: UploadPort): Promise<Result<void, ApiFailure>> {
  const { postponed, granted } = port;
  const mine = (await port.files.waiting()).filter(({ scope }) => granted(scope));
  const held = port.largeFilesWait();
  const waits = (file: WaitingFile): boolean => held && file.sizeBytes > LARGE_FILE_BYTES;
  const due = mine.filter((file) => !waits(file) && !postponed.has(fileKey(file))).sort((a, b) => a.sizeBytes - b.sizeBytes);
  noteFileStates(mine.filter(waits).map((file) => [fileKey(file), { kind: 'waiting-for-wifi' }]));
  noteFileStates(due.map((file) => [fileKey(file), { kind: 'waiting' }]));
  for (let at = 0; at < due.length && !port.isWanted(); at += MAX_FILES_PER_STATUS) {
    const sent = await uploadThese(port, due.slice(at, at + MAX_FILES_PER_STATUS));
    if (!sent.ok) return sent;
  }
  return ok(undefined);
}

async function uploadThese(port: UploadPort, files: readonly WaitingFile[]): Promise<Result<void, ApiFailure>> {
  const status = await port.api.filesStatus(files.map(({ scope, sha256 }) => ({ scope, sha256 })));
  if (!status.ok) return status;
  const there = new Map(status.value.files.map((file) => [fileKey(file), file]));
  const verified = verifiedFiles(port);
  for (const file of files) if (there.get(fileKey(file))?.verified) await verified.add(file);
  const uploads = files.filter((file) => !there.get(fileKey(file))?.verified).map((file) => fileUpload(port, file, there.get(fileKey(file))?.chunks ?? [], verified.add));
  const sent = await inParallel(AT_ONCE, uploads.flatMap(({ chunks }) => chunks), () => !port.isWanted());
  for (const { stop } of uploads) stop();
  await verified.write();
  return sent;
}

function verifiedFiles({ files, onMarked }: UploadPort) {
  let noted: WaitingFile[] = [];
  let writtenAtMs = performance.now();
  const write = async (): Promise<void> => {
    const these = noted;
    noted = [];
    writtenAtMs = performance.now();
    if (these.length === 0) return;
    await files.markVerified(these);
    onMarked();
  };
  return {
    write,
    add: async (file: WaitingFile): Promise<void> => {
      noted.push(file);
      noteFileStates([[fileKey(file), { kind: 'on-server' }]]);
      if (noted.length >= MARKED_TOGETHER || performance.now() - writtenAtMs > MARKED_AFTER_MS) await write();
    },
  };
}
