import { err, ok, type Result } from '#core/result.ts';
import type { RecoverError, RecoveryLook, RecoveryStanding } from '#client/parts/recovery.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { beginRecovery, forgetRecovery, openAnswer, openRecovered, prepareRecovered, recoveryStanding, type OpenedAnswer } from '#client/storage/people/recovery.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { enterErrorOf, joinErrorOf } from './enterErrorOf.ts';
import type { SessionParts } from './sessionParts.ts';

type Parts = Pick<SessionParts, 'api' | 'identity' | 'deriveKeys'>;

/** A forgotten password, from the locked tablet: asks, waits for two people's answer, and sets a new one. */
export type Recovery = {
  readonly standing: () => Promise<Result<RecoveryStanding, RecoverError>>;
  /** Writes the request down and sends it; again after a lost answer. */
  readonly ask: () => Promise<Result<{ readonly code: string }, RecoverError>>;
  readonly look: () => Promise<Result<RecoveryLook, RecoverError>>;
  /** Takes the request back here: another can be made. */
  readonly forget: () => Promise<void>;
  /** After `look` has said `answered`. */
  readonly finish: (password: string) => Promise<Result<Unlocked, RecoverError>>;
};

export function recoverOnline({ api, identity, deriveKeys }: Parts, account: KnownAccount): Recovery {
  let opened: OpenedAnswer | undefined;

  const send = async (): Promise<Result<{ readonly code: string }, RecoverError>> => {
    const standing = await recoveryStanding(account);
    if (!standing.ok) return standing;
    if (standing.value.type !== 'asked') return err({ type: 'server' });
    const { request, code } = standing.value.asked;
    const sent = await identity().askRecovery(request);
    return sent.ok ? ok({ code }) : err(askErrorOf(sent.error));
  };

  return {
    standing: async () => {
      const standing = await recoveryStanding(account);
      if (!standing.ok) return standing;
      return ok(standing.value.type === 'asked' ? { type: 'asked', code: standing.value.asked.code } : standing.value);
    },
    ask: async () => {
      const begun = await beginRecovery(account);
      if (!begun.ok) return begun;
      const sent = await send();
      // What the server will never take must not stand in the way of another try.
      if (!sent.ok && (sent.error.type === 'key-unknown' || sent.error.type === 'too-many-requests')) await forgetRecovery(account);
      return sent;
    },
    look: async () => {
      const standing = await recoveryStanding(account);
      if (!standing.ok) return standing;
      if (standing.value.type !== 'asked') return ok('expired');
      const { request, token } = standing.value.asked;
      const state = await identity().lookRecovery(request.id, token);
      if (!state.ok) {
        // The request itself was lost on the way, or by a server that was restored: it is sent again.
        if (state.error.type !== 'refused' || state.error.status !== 404) return err(askErrorOf(state.error));
        const again = await send();
        return again.ok ? ok('waiting') : again;
      }
      if (state.value.state !== 'answered') return ok(state.value.state);
      const answer = await openAnswer(account, state.value.sealed);
      if (!answer.ok) return answer;
      opened = answer.value;
      return ok(opened ? 'answered' : 'not-for-here');
    },
    forget: async () => {
      await forgetRecovery(account);
    },
    finish: async (password) => {
      if (!opened) throw new Error('no answer has been opened');
      const { dataKey, joinCode } = opened;
      const keys = await deriveKeys(password, account);
      const prepared = await prepareRecovered(account, dataKey, keys);
      if (!prepared.ok) return prepared;
      const joined = await identity().join(joinCode, account.name, keys.signInKey);
      if (!joined.ok) {
        // The answer may have been lost on the way: then this password is the person's already.
        const maybeDone = joined.error.type === 'unreachable' || (joined.error.type === 'refused' && joined.error.code === 'code-used');
        if (!maybeDone || !(await api.signIn(account.email, keys.signInKey)).ok) return err(joinErrorOf(joined.error));
      }
      return openRecovered(account, dataKey, keys);
    },
  };
}

function askErrorOf(failure: ApiFailure): RecoverError {
  if (failure.type !== 'refused') return enterErrorOf(failure);
  switch (failure.code) {
    case 'recovery-key-unknown': return { type: 'key-unknown' };
    case 'too-many-requests': return { type: 'too-many-requests' };
    default: return enterErrorOf(failure);
  }
}
