import { err, ok, type Result } from '#core/result.ts';
import type { AuthParams } from '#core/protocol/wire.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import type { DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { enterErrorOf } from './enterErrorOf.ts';
import type { SessionParts } from './sessionParts.ts';

type Parts = Pick<SessionParts, 'api' | 'deriveKeys' | 'createAccount'>;

/** The server accepts this password; the data of this person on this tablet was locked with an earlier one. */
export type EarlierPassword = { readonly type: 'earlier-password'; readonly userId: string; readonly keys: DerivedKeys };

/** The first time on this tablet: the password proves itself to the server as a derived key, and wraps the new data key here. */
export async function signInOnline(parts: Parts, email: string, password: string): Promise<Result<Unlocked, EnterError | EarlierPassword>> {
  const { api, deriveKeys } = parts;
  const params = await api.authParams(email);
  if (!params.ok) return err(enterErrorOf(params.error));
  const keys = await deriveKeys(password, params.value);
  const signedIn = await api.signIn(email, keys.signInKey);
  if (!signedIn.ok) return err(enterErrorOf(signedIn.error));
  return openSignedIn(parts, params.value, keys);
}

/** Somebody for whom the server has just opened a session: makes their place on this tablet, or opens the one that is there. */
export async function openSignedIn({ api, createAccount }: Omit<Parts, 'deriveKeys'>, params: AuthParams, keys: DerivedKeys): Promise<Result<Unlocked, EnterError | EarlierPassword>> {
  const me = await api.me();
  if (!me.ok) return err(enterErrorOf(me.error));
  const created = await createAccount({ params, keys, me: me.value });
  if (created.ok) return ok(created.value);
  return err(created.error.type === 'wrong-password' ? { type: 'earlier-password', userId: params.userId, keys } : created.error);
}
