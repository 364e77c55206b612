import type { Person } from '#core/people/role.ts';
import type { Account } from '#server/store/peopleTables.ts';
import { deriveSignInKey } from './deriveSignInKey.ts';
import { normalEmail } from './normalEmail.ts';
import { hashSignInKey } from './signInHash.ts';

/** An account with a password, ready to be stored. The password is nowhere in it. */
export async function newAccount(
  person: Person & { readonly email: string; readonly password: string; readonly demo: boolean },
  installationId: string,
): Promise<Account> {
  const { id, name, code, role, email, password, demo } = person;
  const signInHash = await hashSignInKey(await deriveSignInKey(password, installationId, id));
  return { id, name, code, role, email: normalEmail(email), signInHash, demo };
}
