import type { WhoJoins } from '#core/protocol/identityWire.ts';
import { err, type Result } from '#core/result.ts';
import type { JoinError } from '#client/parts/joinError.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { joinErrorOf } from './enterErrorOf.ts';
import type { SessionParts } from './sessionParts.ts';
import { openSignedIn, type EarlierPassword } from './signInOnline.ts';

type Parts = Pick<SessionParts, 'api' | 'identity' | 'deriveKeys' | 'createAccount'>;

export type Joining = { readonly code: string; readonly who: WhoJoins; readonly name: string; readonly password: string };

/** Uses a one-time code: the keys are derived here, the server gets the one that signs in. */
export async function joinOnline(parts: Parts, { code, who, name, password }: Joining): Promise<Result<Unlocked, JoinError | EarlierPassword>> {
  const { api, identity, deriveKeys } = parts;
  const keys = await deriveKeys(password, who);
  const joined = await identity().join(code, name, keys.signInKey);
  if (!joined.ok) {
    // The answer may have been lost on the way: then the code is used up and this password is the person's already.
    const maybeDone = joined.error.type === 'unreachable' || (joined.error.type === 'refused' && joined.error.code === 'code-used');
    if (!maybeDone || !(await api.signIn(who.email, keys.signInKey)).ok) return err(joinErrorOf(joined.error));
  }
  return openSignedIn(parts, who, keys);
}
