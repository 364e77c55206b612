import { err, ok, type Result } from '#core/result.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import type { SessionParts } from './sessionParts.ts';

type Parts = Pick<SessionParts, 'api' | 'deriveKeys' | 'createAccount'>;

/** The first time on this tablet: the password proves itself to the server as a derived key, and wraps the new data key here. */
export async function signInOnline({ api, deriveKeys, createAccount }: Parts, email: string, password: string): Promise<Result<Unlocked, EnterError>> {
  const params = await api.authParams(email);
  if (!params.ok) return err(errorOf(params.error));
  const keys = await deriveKeys(password, params.value);
  const signedIn = await api.signIn(email, keys.signInKey);
  if (!signedIn.ok) return err(errorOf(signedIn.error));
  const me = await api.me();
  if (!me.ok) return err(errorOf(me.error));
  const created = await createAccount({ params: params.value, keys, me: me.value });
  if (created.ok) return ok(created.value);
  return err(created.error.type === 'wrong-password' ? { type: 'earlier-password' } : created.error);
}

function errorOf(failure: ApiFailure): EnterError {
  switch (failure.type) {
    case 'unauthorized': return { type: 'wrong' };
    case 'too-many': return { type: 'too-many', waitSeconds: failure.retryAfterSeconds };
    case 'unreachable': return { type: 'unreachable' };
    case 'captive-portal': return { type: 'captive-portal' };
    case 'refused': return failure.code === 'disabled' ? { type: 'closed' } : { type: 'server' };
    case 'server': return { type: 'server' };
  }
}
