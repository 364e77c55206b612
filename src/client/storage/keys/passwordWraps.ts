import type { Database } from '#client/storage/database/database.ts';
import { unwrapDataKey, wrapDataKey } from './dataKey.ts';
import type { DerivedKeys } from './deriveKeys.ts';

type ByPassword = Pick<DerivedKeys, 'wrapKey'>;

/**
 * A new password is written beside the old one before the server hears of it (`next-wrap`), and replaces it once the server has
 * taken it. So a tablet that dies in between opens with either, and never with neither.
 */
export async function addNextWrap(db: Database, dataKey: CryptoKey, by: ByPassword): Promise<void> {
  const wrapped = await wrapDataKey(dataKey, by.wrapKey);
  await db.vault.put({ key: 'next-wrap', ...wrapped });
}

/** The server did not take it. */
export const dropNextWrap = (db: Database): Promise<void> => db.vault.delete('next-wrap');

/** From now on only this password opens the data here. */
export async function settleWrap(db: Database, dataKey: CryptoKey, by: ByPassword): Promise<void> {
  const wrapped = await wrapDataKey(dataKey, by.wrapKey);
  await db.transaction('rw', db.vault, async () => {
    await db.vault.put({ key: 'wrap', ...wrapped });
    await db.vault.delete('next-wrap');
  });
}

/** The data key, if the password is the one here, or the next one, which from then on is the one. */
export async function openByPassword(db: Database, by: ByPassword): Promise<CryptoKey | 'wrong-password' | 'no-wrap'> {
  const [wrap, next] = await Promise.all([db.vault.get('wrap'), db.vault.get('next-wrap')]);
  if (wrap?.key !== 'wrap') return 'no-wrap';
  const dataKey = await unwrapDataKey(wrap, by.wrapKey);
  if (dataKey) return dataKey;
  const byNext = next?.key === 'next-wrap' ? await unwrapDataKey(next, by.wrapKey) : undefined;
  if (!byNext) return 'wrong-password';
  await settleWrap(db, byNext, by);
  return byNext;
}
