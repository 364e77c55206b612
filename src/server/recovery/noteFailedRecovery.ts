import type { RecoveryShare } from '#core/people/recoveryShare.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { InviteDeps } from '#server/invitations/makeInvitation.ts';
import type { AnswerError } from './answerRecovery.ts';
import { recoveryKeys } from './recoveryKeys.ts';

/** Somebody brought shares and they did not open: whose shares they were stands in the log, too. */
export async function noteFailedRecovery({ store, nowMs }: InviteDeps, code: string, shares: readonly RecoveryShare[], why: AnswerError['type']): Promise<void> {
  await store.transaction(async (tx) => {
    const keys = await recoveryKeys(tx);
    const holders = shares.map(({ keyId, part }) => keys.find(({ id }) => id === keyId)?.holders[part - 1] ?? '');
    await recordAudit(tx, { action: 'recovery-failed', subject: '', actor: '', atMs: nowMs(), detail: { code: code.slice(0, 60), why, holders } });
  });
}
