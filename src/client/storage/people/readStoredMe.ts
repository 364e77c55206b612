import * as v from 'valibot';
import { me as meSchema, type Me } from '#core/protocol/wire.ts';
import type { Database } from '#client/storage/database/database.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';

/** The stored answer of `GET /api/me`. */
export async function readStoredMe(db: Database, dataKey: CryptoKey): Promise<Me> {
  const row = await db.vault.get('me');
  if (row?.key !== 'me') throw new Error('an account without its profile');
  return rowCipher(dataKey).open('vault', 'me', row.body, (value) => v.parse(meSchema, value));
}
