import type { AuditAction } from '#core/admin/auditActions.ts';

/** One act, as it stands in the log for ever. */
export type AuditEntry = {
  /** Contiguous from 1. */
  readonly seq: number;
  readonly at: string;
  /** User id; '' where nobody was signed in, or the operator acted on the server itself. */
  readonly actor: string;
  /** '' where there is none. */
  readonly device: string;
  readonly ip: string;
  readonly action: AuditAction;
  /** What it was done to: a user, device, scope, edition … by id. */
  readonly subject: string;
  /** Canonical JSON. Names and ids only, never what people wrote. */
  readonly detail: string;
  /** SHA-256(previous chain ‖ canonical JSON of the entry without it), from 64 zeros. */
  readonly chain: string;
};

export type AuditHead = Pick<AuditEntry, 'seq' | 'chain'>;

export type AuditFilter = {
  readonly actor?: string | undefined;
  readonly action?: AuditAction | undefined;
  /** Instants, both inclusive of their moment. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

export type AuditTable = {
  /** The last entry; other writers wait until this transaction ends. */
  readonly lockHead: () => Promise<AuditHead>;
  /** The next entry after the locked head. */
  readonly append: (entry: AuditEntry) => Promise<void>;
  /** Oldest first, later than `after`, at most `limit`. */
  readonly inOrder: (after: number, limit: number) => Promise<readonly AuditEntry[]>;
  /** Newest first, older than `before`, at most `limit`. */
  readonly entries: (filter: AuditFilter, before: number, limit: number) => Promise<readonly AuditEntry[]>;
};
