import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileVault, WaitingFile } from '#client/storage/files/fileVault.ts';
import type { Api } from './api.ts';
import { fileKey, noteFileStates, type FileState } from './fileProgress.ts';
import type { Postponed } from './postponed.ts';
import type { ApiFailure } from './request.ts';

type Port = { readonly files: Pick<FileVault, 'readChunk'>; readonly api: Pick<Api, 'putChunk'>; readonly postponed: Postponed };

/** The same bytes would be refused again. */
const FOR_GOOD: ReadonlySet<string> = new Set(['file-kind', 'malformed', 'too-large', 'chunk-out-of-range', 'wrong-length', 'empty']);

export type FileUpload = {
  /** The sending of each chunk that the server does not have. Fails only with what concerns all files. */
  readonly chunks: readonly (() => Promise<Result<void, ApiFailure>>)[];
  /** Nothing more is sent now: what is not on the server waits. */
  readonly stop: () => void;
};

/** One file on its way; tells how far it is. */
export function fileUpload(port: Port, file: WaitingFile, there: readonly number[], onVerified: (file: WaitingFile) => Promise<void>): FileUpload {
  const { scope, sha256, sizeBytes } = file;
  const key = fileKey(file);
  const total = Math.max(1, Math.ceil(sizeBytes / CHUNK_BYTES));
  const lengthOf = (index: number): number => Math.min(CHUNK_BYTES, sizeBytes - index * CHUNK_BYTES);
  const missing = Array.from({ length: total }, (_, index) => index).filter((index) => !there.includes(index));
  const sentBytes = new Map(there.map((index) => [index, lengthOf(index)]));
  let over = false;
  let told = -1;

  const tell = (state: FileState): void => noteFileStates([[key, state]]);
  const tellSent = (index: number, sent: number): void => {
    sentBytes.set(index, Math.min(sent, lengthOf(index)));
    const percent = Math.floor((100 * [...sentBytes.values()].reduce((sum, bytes) => sum + bytes, 0)) / Math.max(1, sizeBytes));
    if (over || percent === told) return;
    told = percent;
    tell({ kind: 'sending', percent });
  };
  const refused = (code: string): void => {
    over = true;
    if (FOR_GOOD.has(code)) port.postponed.giveUp(key);
    else port.postponed.add(key);
    tell({ kind: 'refused', code });
  };

  const send = async (index: number): Promise<Result<void, ApiFailure>> => {
    const bytes = over ? undefined : await port.files.readChunk(scope, sha256, index);
    // Taken back meanwhile by who made it, or refused for another chunk.
    if (!bytes) return ok(undefined);
    tellSent(index, 0);
    const put = await port.api.putChunk({ scope, sha256, index, total, bytes }, (sent) => tellSent(index, sent));
    if (over) return ok(undefined);
    if (!put.ok) {
      if (put.error.type !== 'refused') return put;
      refused(put.error.code);
    } else if (put.value.verified) {
      over = true;
      await onVerified(file);
    } else tellSent(index, lengthOf(index));
    return ok(undefined);
  };
  return {
    // A server that was killed before it judged the whole has every chunk: the last one, sent again, makes it judge.
    chunks: (missing.length === 0 ? [total - 1] : missing).map((index) => () => send(index)),
    stop: () => {
      if (!over) tell({ kind: 'waiting' });
      over = true;
    },
  };
}
