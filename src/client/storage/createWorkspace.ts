import { newUuid, type IdSource } from '#core/ids.ts';
import type { Me } from '#core/protocol/wire.ts';
import type { Database } from './database/database.ts';
import type { HandOver } from './bundle/bundleOrder.ts';
import type { OpenDrafts } from './drafts/dexieDrafts.ts';
import type { openFiles } from './files/dexieFiles.ts';
import type { FormShelf } from './forms/formShelf.ts';
import { storePhoto } from './files/storePhoto.ts';
import { leaveTicket, takeBackTicket } from './keys/resumeTicket.ts';
import type { Replica } from './log/replica.ts';
import type { ManualShelf } from './manuals/manualShelf.ts';
import type { BackUpLog } from './safety/backUpLog.ts';
import { makeReceipt } from './safety/makeReceipt.ts';
import { makeSafetyReport } from './safety/makeSafetyReport.ts';
import { onlyHere } from './safety/onlyHere.ts';
import type { Brought, Workspace } from './workspace.ts';

export type WorkspaceParts = {
  readonly db: Database;
  readonly dataKey: CryptoKey;
  readonly replica: Replica;
  readonly drafts: OpenDrafts;
  readonly files: Awaited<ReturnType<typeof openFiles>>;
  readonly shelf: ManualShelf;
  readonly forms: FormShelf;
  readonly source: IdSource;
  readonly me: () => Me;
  /** Told when `me` changed. */
  readonly subscribeMe: (listener: () => void) => () => void;
  readonly deviceLetter: () => string;
  readonly handOver: HandOver;
  readonly backUps: BackUpLog;
};

/** What screens see of an unlocked account. */
export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { db, replica, drafts, files, shelf, forms, source } = parts;
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
      const leave = [replica.subscribe(listener), shelf.subscribe(listener), forms.subscribe(listener), parts.subscribeMe(listener)];
      return () => {
        for (const undo of leave) undo();
      };
    },
    isWaiting: replica.isWaiting,
    seal: async (changes, options = {}) => {
      const home = changes[0]?.scope;
      // The bytes before the record that names them: a crash leaves an unattached photo, never a record without its photo.
      const photo = options.photo && home ? await storePhoto(files, home, options.photo) : undefined;
      if (photo && !photo.ok) return photo;
      const sealed = await drafts.whileSealing(options.drafts ?? [], () => replica.seal(changes, options));
      if (!sealed.ok) await photo?.value.takeBack();
      return sealed;
    },
    drafts,
    files,
    openManual: shelf.open,
    manualsVersion: shelf.version,
    forms: forms.all,
    formsHash: forms.hash,
    formsVersion: forms.version,
    spokenCodes: () => codesOf(replica),
    handOver: parts.handOver,
    noteBackUp: parts.backUps.note,
    onlyHere: () => onlyHere(replica, parts.backUps.last()),
    broughtBy: (opId) => broughtBy(replica, opId),
    safety: async () => ({ ...(await makeSafetyReport(db, replica, files, parts.backUps.last())), draftsNotKept: drafts.notKept() }),
    receipt: (scopes) => makeReceipt(replica, scopes),
    leaveResumeTicket: () => leaveTicket(db, parts.dataKey, source.nowMs()),
    takeBackResumeTicket: () => takeBackTicket(db),
    newId: () => newUuid(source),
    nowMs: source.nowMs,
  };
}

function broughtBy(replica: Replica, opId: string): Brought | undefined {
  const row = replica.broughtIn(opId);
  return row && { userId: row.broughtBy, proved: !replica.unproved().has(opId) };
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
