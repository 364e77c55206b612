import type { Command, Me } from '#core/protocol/wire.ts';
import type { Change } from '#core/op/change.ts';
import type { Form } from '#core/form/form.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import type { GrantRole } from '#core/people/role.ts';
import type { Result } from '#core/result.ts';
import type { Receipt } from '#core/visit/receipt.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { HandOver } from './bundle/bundleOrder.ts';
import type { DraftStore } from './drafts/draftStore.ts';
import type { FileVault } from './files/fileVault.ts';
import type { PreparedPhoto } from './files/preparePhoto.ts';
import type { BackUp } from './safety/backUpLog.ts';
import type { WaitingItem } from './safety/onlyHere.ts';
import type { SafetyReport } from './safety/safetyReport.ts';

/**
 * One unlocked person on one tablet: everything that a screen reads and writes. Reading is synchronous, from memory,
 * with subscriptions; what `seal` calls saved survives a killed tab.
 */
export type Workspace = {
  readonly me: Me;
  /** The letter of this tablet in codes that people say aloud: '' for a person's first. */
  readonly deviceLetter: string;

  /** The scopes that this person may read, with the roles in each. The same object until it changes. */
  readonly scopes: () => ReadonlyMap<ScopeId, ReadonlySet<GrantRole>>;
  /** The state of a scope; empty for one that is not here. The same object until it changes. */
  readonly state: (scope: ScopeId) => ScopeState;
  /** Called after any scope changed. Returns its own undoing. */
  readonly subscribe: (listener: () => void) => () => void;
  /** How far each op of this tablet has come, by op id: for "on this tablet / waiting / on the server". */
  readonly isWaiting: (opId: string) => boolean;

  /**
   * Writes changes as ops in **one** strictly durable transaction: all or none. Resolves after the transaction has
   * completed: then, and only then, may a screen say "saved on this tablet".
   */
  readonly seal: (changes: readonly Change[], options?: SealOptions) => Promise<Result<Sealed, SealError>>;

  readonly drafts: DraftStore;
  readonly files: FileVault;
  /** Manuals that are on the tablet. `undefined`: not downloaded. Opens (decrypts, indexes) once, then stays in memory. */
  readonly openManual: (edition: string, revision: number) => Promise<ManualIndex | undefined>;
  /** Goes up whenever a manual's file arrived. */
  readonly manualsVersion: () => number;

  /** Checklists, guides and questionnaires of the installation, all revisions that are here. */
  readonly forms: () => Promise<readonly Form[]>;
  /** What the server said of the forms that are here; '' while none are. */
  readonly formsHash: () => string;
  /** Goes up whenever forms arrived. */
  readonly formsVersion: () => number;

  /** Every spoken code that this tablet has ever seen of this person, deleted records' too. */
  readonly spokenCodes: () => readonly string[];
  readonly safety: () => Promise<SafetyReport>;
  /** Every record of these scopes with the server's confirmation, read from the pages that it gave. */
  readonly receipt: (scopes: readonly ScopeId[]) => Promise<Receipt>;
  /** Files that carry work by hand: to a colleague, or as a back-up. */
  readonly handOver: HandOver;
  /** A back-up file has been handed to the system: what it holds counts as copied from now on. */
  readonly noteBackUp: (backUp: BackUp) => Promise<void>;
  /** Every record that the server does not have, as far as this tablet knows. */
  readonly onlyHere: () => readonly WaitingItem[];
  /** Ops that came by file and are not on the server as far as is known: by whom the file was made, and whether the author is proved. */
  readonly broughtBy: (opId: string) => Brought | undefined;

  /**
   * Left before the camera or a file picker opens, so that a page that it kills comes back without a password within
   * 10 minutes. The idle lock waits as long. `takeBack` when the picker returns.
   */
  readonly leaveResumeTicket: () => Promise<void>;
  readonly takeBackResumeTicket: () => Promise<void>;

  readonly newId: () => string;
  readonly nowMs: () => number;
};

/** How an op came here by file. */
export type Brought = { readonly userId: string; readonly proved: boolean };

export type SealOptions = {
  /** Drafts that this seal makes superfluous: removed in the same transaction. */
  readonly drafts?: readonly string[];
  /** An online command that must reach the server together with these ops. */
  readonly command?: Command;
  /** A photo whose encrypted bytes are written before the ops that name it. */
  readonly photo?: PreparedPhoto;
};

export type Sealed = { readonly opIds: readonly string[] };

export type SealError =
  /** The disk is full, also after the reserve was freed. What was typed is still in its draft or on the screen. */
  | { readonly type: 'disk-full' }
  /** The database could not be reached, also after closing and reopening three times. */
  | { readonly type: 'storage-lost' }
  /** A text is longer than a field may hold. */
  | { readonly type: 'too-long'; readonly field: string }
  /** It would rest on a record whose author could not be proved yet: it came by file from a tablet that this one does not know. */
  | { readonly type: 'not-proved' }
  /** Refused before writing by the rule that the server applies too. */
  | { readonly type: 'not-allowed'; readonly reason: string }
  /** Another window of the same person writes now. */
  | { readonly type: 'other-window' };
