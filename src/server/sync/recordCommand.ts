import type { AuditAction } from '#core/admin/auditActions.ts';
import type { Command } from '#core/protocol/wire.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { SyncSession } from './handleSync.ts';

const ACTIONS: Readonly<Record<Command['type'], AuditAction>> = {
  'create-agency': 'agency-created', 'set-team': 'team-set', 'name-manager': 'manager-named',
};

/** A command that changed who may read what, in the audit log. */
export async function recordCommand(tx: StoreTransaction, { userId, device, ip }: SyncSession, nowMs: number, command: Command): Promise<void> {
  const { type, agency, ...detail } = command;
  await recordAudit(tx, { action: ACTIONS[type], subject: agency, actor: userId, device, ip, atMs: nowMs, detail });
}
