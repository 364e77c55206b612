import { recoveryKeyId, splitKey, type RecoveryShare } from '#core/people/recoveryShare.ts';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { InviteDeps } from '#server/invitations/makeInvitation.ts';
import { publicKeyOf } from './boxes.ts';
import { addRecoveryKey, recoveryKeys, type StoredRecoveryKey } from './recoveryKeys.ts';

export type MakeKey = {
  readonly holders: readonly [string, string];
  readonly replace: boolean;
  /** Puts the shares where they belong, before the server believes in the key: a share that was never written down would be lost for ever. */
  readonly hand: (key: StoredRecoveryKey, shares: readonly [RecoveryShare, RecoveryShare]) => Promise<Result<void, string>>;
};

export type MakeKeyError = { readonly type: 'already-there'; readonly key: StoredRecoveryKey } | { readonly type: 'not-handed'; readonly why: string };

/** A new recovery key: the public half stays here, the private half leaves in two shares and is forgotten. */
export async function makeRecoveryKey({ store, nowMs, randomBytes }: InviteDeps, { holders, replace, hand }: MakeKey): Promise<Result<StoredRecoveryKey, MakeKeyError>> {
  const standing = (await store.transaction(recoveryKeys)).at(-1);
  if (standing && !replace) return err({ type: 'already-there', key: standing });
  const secret = randomBytes(32);
  const publicKey = publicKeyOf(secret);
  const key: StoredRecoveryKey = { id: recoveryKeyId(Buffer.from(publicKey, 'base64url')), publicKey, holders: [...holders], madeAt: new Date(nowMs()).toISOString() };
  const handed = await hand(key, splitKey(secret, randomBytes(32), key.id));
  secret.fill(0);
  if (!handed.ok) return err({ type: 'not-handed', why: handed.error });
  await store.transaction(async (tx) => {
    await addRecoveryKey(tx, key);
    await recordAudit(tx, { action: 'recovery-key-made', subject: key.id, actor: '', atMs: nowMs(), detail: { holders: [...holders], replaces: standing?.id ?? '' } });
  });
  return ok(key);
}
