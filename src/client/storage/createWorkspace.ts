import { newUuid, type IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import type { Me } from '#core/protocol/wire.ts';
import { err, type Result } from '#core/result.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Database } from './database/database.ts';
import type { openDrafts } from './drafts/dexieDrafts.ts';
import type { FileVault } from './files/fileVault.ts';
import type { PreparedPhoto } from './files/preparePhoto.ts';
import { leaveTicket, takeBackTicket } from './keys/resumeTicket.ts';
import type { Replica } from './log/replica.ts';
import type { ManualShelf } from './manuals/manualShelf.ts';
import { makeSafetyReport } from './safety/makeSafetyReport.ts';
import type { SealError, Sealed, Workspace } from './workspace.ts';

export type WorkspaceParts = {
  readonly db: Database;
  readonly dataKey: CryptoKey;
  readonly replica: Replica;
  readonly drafts: Awaited<ReturnType<typeof openDrafts>>;
  readonly files: FileVault;
  readonly shelf: ManualShelf;
  readonly source: IdSource;
  readonly me: () => Me;
  /** Told when `me` changed. */
  readonly subscribeMe: (listener: () => void) => () => void;
  readonly deviceLetter: () => string;
};

/** What screens see of an unlocked account. */
export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { db, replica, drafts, files, shelf, source } = parts;
  return {
    get me() {
      return parts.me();
    },
    get deviceLetter() {
      return parts.deviceLetter();
    },
    scopes: replica.scopes,
    state: replica.state,
    subscribe: (listener) => {
      const leave = [replica.subscribe(listener), shelf.subscribe(listener), parts.subscribeMe(listener)];
      return () => {
        for (const undo of leave) undo();
      };
    },
    isWaiting: replica.isWaiting,
    seal: async (changes, options = {}) => {
      if (options.photo) {
        // The bytes before the record that names them: a crash leaves an unattached photo, never a record without its photo.
        const stored = await storePhoto(files, changes, options.photo);
        if (!stored.ok) return stored;
      }
      const sealed = await replica.seal(changes, options);
      if (sealed.ok && options.drafts) drafts.forget(options.drafts);
      return sealed;
    },
    drafts,
    files,
    openManual: shelf.open,
    manualsVersion: shelf.version,
    spokenCodes: () => codesOf(replica),
    safety: () => makeSafetyReport(db, replica, files),
    leaveResumeTicket: () => leaveTicket(db, parts.dataKey, source.nowMs()),
    takeBackResumeTicket: () => takeBackTicket(db),
    newId: () => newUuid(source),
    nowMs: source.nowMs,
  };
}

async function storePhoto(files: FileVault, changes: readonly Change[], photo: PreparedPhoto): Promise<Result<Sealed, SealError>> {
  const scope: ScopeId | undefined = changes[0]?.scope;
  if (!scope) throw new Error('a photo needs the record that names it');
  for (const file of [photo.thumb, photo.working]) {
    const stored = await files.store(scope, file.sha256, file.bytes, 'waiting');
    if (!stored.ok) return err(stored.error);
  }
  return { ok: true, value: { opIds: [] } };
}

/** Every code that was ever written, deleted and replaced ones too: they are never given again. */
function codesOf(replica: Replica): readonly string[] {
  const codes: string[] = [];
  for (const scope of replica.scopes().keys()) {
    for (const entity of replica.state(scope).entities.values()) {
      for (const op of entity.fields.get('code')?.writers.values() ?? []) {
        const code = op.set['code'];
        if (typeof code === 'string') codes.push(code);
      }
    }
  }
  return [...codes, ...replica.refused().flatMap(({ op }) => (typeof op.set['code'] === 'string' ? [op.set['code']] : []))];
}
