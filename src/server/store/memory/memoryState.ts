import type { AuditEntry } from '#server/store/auditTable.ts';
import type { StoredEdition, StoredEditionFile } from '#server/store/editionTables.ts';
import type { StoredChunk, StoredFile } from '#server/store/fileTables.ts';
import type { StoredRecovery } from '#server/store/recoveryTable.ts';
import type { StoredForm } from '#server/store/formTable.ts';
import type { Invitation } from '#server/store/invitationTable.ts';
import type { CounterAlarm, HeldOp, QuarantinedOp, StoredBatch, StoredOp, StoredScope } from '#server/store/opTables.ts';
import type { Account, Device, DeviceState, Session, SignInFailures, StoredGrant } from '#server/store/peopleTables.ts';
import type { StoredPurge } from '#server/store/purgeTable.ts';
import type { StoredVisitKey } from '#server/store/visitKeyTable.ts';

/** Everything that a memory store holds, as plain data that can be cloned. */
export type MemoryState = ReturnType<typeof emptyState>;

export const emptyState = () => ({
  meta: new Map<string, string>(),
  accounts: new Map<string, Account>(),
  failures: new Map<string, SignInFailures>(),
  sessions: new Map<string, Session>(),
  devices: new Map<string, Device>(),
  invitations: new Map<string, Invitation>(),
  recoveries: new Map<string, StoredRecovery>(),
  deviceStates: new Map<string, DeviceState>(),
  grants: new Map<string, StoredGrant>(),
  scopes: new Map<string, StoredScope>(),
  /** By scope, in order of seq: the op with seq n is at n - 1. */
  logs: new Map<string, StoredOp[]>(),
  opsById: new Map<string, StoredOp>(),
  idByCounter: new Map<string, string>(),
  batches: new Map<string, StoredBatch>(),
  held: new Map<string, HeldOp>(),
  quarantine: new Map<string, QuarantinedOp>(),
  alarms: new Map<string, CounterAlarm>(),
  audit: new Array<AuditEntry>(),
  editions: new Map<string, StoredEdition>(),
  editionFiles: new Map<string, StoredEditionFile>(),
  files: new Map<string, StoredFile>(),
  chunks: new Map<string, ReadonlyMap<number, StoredChunk>>(),
  links: new Map<string, ReadonlySet<string>>(),
  forms: new Map<string, StoredForm>(),
  visitKeys: new Map<string, StoredVisitKey>(),
  purged: new Map<string, StoredPurge>(),
});
