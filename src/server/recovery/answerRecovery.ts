import * as v from 'valibot';
import { answerContext, dataKeyContext, joinShares, requestCode, type RecoveryShare } from '#core/people/recoveryShare.ts';
import { plainSymbols } from '#core/people/symbols.ts';
import { sealedBox, type RecoveryAnswer } from '#core/protocol/identityWire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import { makeReset, type InviteDeps } from '#server/invitations/makeInvitation.ts';
import type { StoredRecovery } from '#server/store/recoveryTable.ts';
import { openBox, publicKeyOf, sealBox } from './boxes.ts';
import { recoveryKeys, type StoredRecoveryKey } from './recoveryKeys.ts';

export type AnswerError =
  | { readonly type: 'no-such-request' }
  | { readonly type: 'expired' }
  | { readonly type: 'done'; readonly state: 'refused' | 'answered' }
  | { readonly type: 'same-part'; readonly part: 1 | 2 }
  | { readonly type: 'shares-differ'; readonly keyIds: readonly [string, string] }
  /** The tablet was sealed to another key than these shares make: an earlier one, or one that has replaced it. */
  | { readonly type: 'other-key'; readonly wanted: string; readonly given: string }
  /** Each share is well formed, and together they are not the key. */
  | { readonly type: 'not-the-key' }
  | { readonly type: 'box-damaged' };

export type Answered = { readonly request: StoredRecovery; readonly key: StoredRecoveryKey; readonly name: string };

/**
 * Two people's shares answer one request, which is named by the code that its person reads out: opens the data key of that tablet,
 * seals it to that tablet again together with a code for a new password, and writes both names down. The key is in memory for
 * that moment only.
 */
export async function answerRecovery(deps: InviteDeps, code: string, shares: readonly [RecoveryShare, RecoveryShare]): Promise<Result<Answered, AnswerError>> {
  const { store, nowMs } = deps;
  const found = await store.transaction(async (tx) => ({
    request: (await tx.recovery.current(0)).findLast((one) => one.id === code || plainSymbols(requestCode(one.id, one.answerKey)) === plainSymbols(code)),
    keys: await recoveryKeys(tx),
  }));
  const { request } = found;
  if (!request) return err({ type: 'no-such-request' });
  if (request.state !== 'waiting') return err({ type: 'done', state: request.state });
  if (request.expiresAtMs <= nowMs()) return err({ type: 'expired' });
  const [one, other] = shares;
  if (one.keyId !== other.keyId) return err({ type: 'shares-differ', keyIds: [one.keyId, other.keyId] });
  if (one.part === other.part) return err({ type: 'same-part', part: one.part });
  if (one.keyId !== request.keyId) return err({ type: 'other-key', wanted: request.keyId, given: one.keyId });
  const key = found.keys.find(({ id }) => id === one.keyId);
  const secret = joinShares(one, other);
  if (!key || !isKey(secret, key.publicKey)) return err({ type: 'not-the-key' });
  const dataKey = openBox(secret, dataKeyContext(request.userId), v.parse(sealedBox, JSON.parse(request.sealed)));
  secret.fill(0);
  if (!dataKey) return err({ type: 'box-damaged' });

  const reset = await makeReset(deps, 'operator', request.userId);
  if (!reset.ok) return err({ type: 'no-such-request' });
  const answer: RecoveryAnswer = { dataKey: Buffer.from(dataKey).toString('base64url'), joinCode: reset.value.joinCode };
  const sealed = sealBox(request.answerKey, answerContext(request.id), Buffer.from(JSON.stringify(answer)));
  return store.transaction(async (tx) => {
    await tx.recovery.setState(request.id, 'answered', JSON.stringify(sealed));
    await recordAudit(tx, {
      action: 'recovery-answered', subject: request.userId, actor: '', atMs: nowMs(), detail: { request: request.id, recoveryKey: key.id, holders: [...key.holders] },
    });
    return ok({ request, key, name: (await tx.people.accountById(request.userId))?.name ?? '' });
  });
}

function isKey(secret: Uint8Array, publicKey: string): boolean {
  try {
    return publicKeyOf(secret) === publicKey;
  } catch (cause) {
    if (cause instanceof Error) return false;
    throw cause;
  }
}
