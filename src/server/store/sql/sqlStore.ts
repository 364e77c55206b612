import type { Kysely } from 'kysely';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import type { Schema } from './schema.ts';
import { sqlAudit } from './sqlAudit.ts';
import { sqlEditions } from './sqlEditions.ts';
import { sqlFiles } from './sqlFiles.ts';
import { sqlForms } from './sqlForms.ts';
import { sqlInvitations } from './sqlInvitations.ts';
import { sqlOps } from './sqlOps.ts';
import { sqlPeople } from './sqlPeople.ts';
import { sqlPurges } from './sqlPurges.ts';
import { sqlRecovery } from './sqlRecovery.ts';
import { sqlVisitKeys } from './sqlVisitKeys.ts';

/** The store over any database that Kysely speaks; the tables are there already (`migrate`). */
export function sqlStore(db: Kysely<Schema>, options: { readonly lockRows: boolean }): Store {
  return {
    transaction(work) {
      const transaction = options.lockRows ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
      return transaction.execute((tx) => work(transactionOn(tx, options)));
    },
    close: () => db.destroy(),
  };
}

function transactionOn(tx: Kysely<Schema>, options: { readonly lockRows: boolean }): StoreTransaction {
  return {
    meta: {
      async get(name) {
        const row = await tx.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst();
        return row?.value;
      },
      async set(name, value) {
        await tx.insertInto('meta').values({ name, value }).onConflict((c) => c.column('name').doUpdateSet({ value })).execute();
      },
    },
    people: sqlPeople(tx),
    ops: sqlOps(tx, options),
    editions: sqlEditions(tx),
    audit: sqlAudit(tx, options),
    files: sqlFiles(tx, options),
    forms: sqlForms(tx),
    visitKeys: sqlVisitKeys(tx),
    invitations: sqlInvitations(tx),
    purges: sqlPurges(tx),
    recovery: sqlRecovery(tx),
  };
}
