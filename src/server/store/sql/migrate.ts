import { sql, type Kysely } from 'kysely';
import { createAdministration } from './createAdministration.ts';
import { createAudit } from './createAudit.ts';
import { createForms } from './createForms.ts';
import { createInvitations } from './createInvitations.ts';
import { createPurged } from './createPurged.ts';
import { createRecovery } from './createRecovery.ts';
import { createTables, type SqlDialectWords } from './createTables.ts';
import { namePieces } from './namePieces.ts';
import { createVisitKeys } from './createVisitKeys.ts';
import type { Schema } from './schema.ts';

type Migration = { readonly name: string; readonly up: (db: Kysely<Schema>, words: SqlDialectWords) => Promise<void> };

/** In order, for ever: one is added at the end, none is changed. */
const MIGRATIONS: readonly Migration[] = [
  { name: '0001-first-tables', up: createTables },
  { name: '0002-audit', up: createAudit },
  { name: '0003-named-pieces', up: namePieces },
  { name: '0004-visit-keys', up: createVisitKeys },
  { name: '0005-invitations', up: createInvitations },
  { name: '0006-administration', up: createAdministration },
  { name: '0007-purged', up: createPurged },
  { name: '0008-recovery', up: createRecovery },
  { name: '0009-forms', up: createForms },
];

/**
 * Brings the tables to what this build knows; each step once, in one transaction.
 * Throws when the database has been through a step of a newer build: writing on would lose what that build added.
 */
export async function migrate(db: Kysely<Schema>, words: SqlDialectWords, nowMs: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`create table if not exists migration (name text primary key, applied_at text not null)`.execute(tx);
    const applied = new Set((await tx.selectFrom('migration').select('name').execute()).map(({ name }) => name));
    const unknown = [...applied].find((name) => !MIGRATIONS.some((migration) => migration.name === name));
    if (unknown !== undefined) throw new Error(`This database was used by a newer build (${unknown}). Start that build instead.`);
    for (const { name, up } of MIGRATIONS) {
      if (applied.has(name)) continue;
      await up(tx, words);
      await tx.insertInto('migration').values({ name, applied_at: new Date(nowMs).toISOString() }).execute();
    }
  });
}
