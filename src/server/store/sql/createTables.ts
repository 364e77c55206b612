import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What differs between databases in the making of tables. */
export type SqlDialectWords = { readonly bytes: 'blob' | 'bytea' };

type Kind = 'text' | 'integer' | 'bigint';
type Columns = Readonly<Record<string, Kind>>;

const OP: Columns = {
  scope: 'text', id: 'text', h: 'text', entity: 'text', entity_id: 'text', actor: 'text', device: 'text', n: 'bigint',
  body: 'text', batch: 'text', received_at: 'text', received_from: 'text', via: 'text',
};

/** The first migration. Bodies are text, never a JSON type: their bytes are what was hashed. */
export async function createTables(db: Kysely<Schema>, words: SqlDialectWords): Promise<void> {
  const table = async (name: string, columns: Columns, key: readonly string[], more: (t: Builder) => Builder = (t) => t): Promise<void> => {
    let builder: Builder = db.schema.createTable(name);
    for (const [column, kind] of Object.entries(columns)) builder = builder.addColumn(column, kind, (c) => c.notNull());
    await more(builder).addPrimaryKeyConstraint(`${name}_key`, [...key]).execute();
  };
  const refers = (name: string, column: string, to: string) => (t: Builder): Builder =>
    t.addForeignKeyConstraint(`${name}_${column}`, [column], to, ['id']);

  await table('meta', { name: 'text', value: 'text' }, ['name']);
  await table(
    'account', { id: 'text', email: 'text', name: 'text', code: 'text', role: 'text', sign_in_hash: 'text', demo: 'integer' }, ['id'],
    (t) => t.addUniqueConstraint('account_email', ['email']).addUniqueConstraint('account_code', ['code']),
  );
  await table('sign_in_failure', { email_hash: 'text', count: 'integer', last_at_ms: 'bigint' }, ['email_hash']);
  await table('session', { token_hash: 'text', user_id: 'text', expires_at_ms: 'bigint' }, ['token_hash'], refers('session', 'user_id', 'account'));
  await table(
    'device', { id: 'text', user_id: 'text', public_key: 'text', letter: 'text', registered_at: 'text' }, ['id'],
    (t) => refers('device', 'user_id', 'account')(t).addUniqueConstraint('device_letter', ['user_id', 'letter']),
  );
  await table('scope', { id: 'text', agency: 'text', created_by: 'text', seq: 'bigint', chain: 'text' }, ['id']);
  await table(
    'scope_grant', { scope: 'text', user_id: 'text', role: 'text', via: 'text' }, ['scope', 'user_id', 'role', 'via'],
    (t) => refers('scope_grant', 'scope', 'scope')(refers('scope_grant', 'user_id', 'account')(t)),
  );
  await table('batch', { id: 'text', proof: 'text', scopes: 'text' }, ['id']);
  await table(
    'op', { ...OP, seq: 'bigint', chain: 'text' }, ['scope', 'seq'],
    (t) => refers('op', 'scope', 'scope')(refers('op', 'batch', 'batch')(t)).addUniqueConstraint('op_id', ['id']),
  );
  await table('held', OP, ['id'], refers('held', 'batch', 'batch'));
  await table(
    'quarantine', { id: 'text', h: 'text', reason: 'text', field: 'text', body: 'text', received_at: 'text', received_from: 'text' },
    ['id', 'h', 'reason'],
  );
  await table('alarm', { device: 'text', n: 'bigint', other_id: 'text', first_id: 'text', at: 'text' }, ['device', 'n', 'other_id']);
  await table('edition', { id: 'text', revision: 'integer', head: 'text', source_sha256: 'text', chapter_by_standard: 'text' }, ['id', 'revision']);
  await table(
    'edition_file', { edition: 'text', revision: 'integer', chapter: 'text', language: 'text', sha256: 'text' },
    ['edition', 'revision', 'chapter', 'language'], (t) => t.addColumn('gzip', sql.raw(words.bytes), (c) => c.notNull()),
  );
  await table('file', { scope: 'text', sha256: 'text', total_chunks: 'integer', verified: 'integer' }, ['scope', 'sha256']);
  await table('file_chunk', { scope: 'text', sha256: 'text', idx: 'integer', size_bytes: 'integer' }, ['scope', 'sha256', 'idx']);
  await table('file_link', { scope: 'text', sha256: 'text', source: 'text' }, ['scope', 'sha256', 'source']);

  await db.schema.createIndex('scope_grant_user').on('scope_grant').column('user_id').execute();
  await db.schema.createIndex('op_counter').on('op').columns(['device', 'n']).execute();
  await db.schema.createIndex('held_counter').on('held').columns(['device', 'n']).execute();
  await db.schema.createIndex('op_entity').on('op').columns(['scope', 'entity', 'entity_id']).execute();
  await db.schema.createIndex('op_actor').on('op').columns(['scope', 'actor']).execute();
}

type Builder = CreateTableBuilder<string, string>;
