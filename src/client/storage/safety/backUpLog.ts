import type { Json } from '#core/json.ts';
import type { Database } from '#client/storage/database/database.ts';
import type { RowCipher } from '#client/storage/keys/rowCipher.ts';

/** The last back-up file that was handed over to the system: saved or shared. */
export type BackUp = {
  readonly atMs: number;
  /** Own ops up to this number were in it. */
  readonly n: number;
  /** Waiting pictures that were in it, as `scope sha256`. */
  readonly files: readonly string[];
};

export type BackUpLog = { readonly last: () => BackUp | undefined; readonly note: (backUp: BackUp) => Promise<void> };

const trusted = (value: Json): BackUp => value as unknown as BackUp;

export async function openBackUpLog(db: Database, cipher: RowCipher): Promise<BackUpLog> {
  const row = await db.vault.get('back-up');
  let last = row?.key === 'back-up' ? await cipher.open('vault', 'back-up', row.body, trusted) : undefined;
  return {
    last: () => last,
    note: async (backUp) => {
      last = backUp;
      await db.vault.put({ key: 'back-up', body: await cipher.seal('vault', 'back-up', backUp) });
    },
  };
}
