import type { Kysely } from 'kysely';
import type { FileTables, StoredFile } from '#server/store/fileTables.ts';
import { inParts } from './inParts.ts';
import type { Schema } from './schema.ts';

export function sqlFiles(tx: Kysely<Schema>, options: { readonly lockRows: boolean }): FileTables {
  const fileQuery = (scope: string, sha256: string) => tx.selectFrom('file').selectAll().where('scope', '=', scope).where('sha256', '=', sha256);
  return {
    async file(scope, sha256) {
      const row = await fileQuery(scope, sha256).executeTakeFirst();
      return row && fileOf(row);
    },
    async lockFile(scope, sha256, totalChunks) {
      await tx.insertInto('file').values({ scope, sha256, total_chunks: totalChunks, verified: 0 }).onConflict((c) => c.doNothing()).execute();
      const query = fileQuery(scope, sha256);
      return fileOf(await (options.lockRows ? query.forUpdate() : query).executeTakeFirstOrThrow());
    },
    async putFile({ scope, sha256, totalChunks, verified }) {
      const values = { total_chunks: totalChunks, verified: verified ? 1 : 0 };
      await tx.insertInto('file').values({ scope, sha256, ...values })
        .onConflict((c) => c.columns(['scope', 'sha256']).doUpdateSet(values)).execute();
    },
    async chunks(scope, sha256) {
      const rows = await tx.selectFrom('file_chunk').selectAll().where('scope', '=', scope).where('sha256', '=', sha256).orderBy('idx').execute();
      // Written before pieces had names: they lie under their index.
      return new Map(rows.map((row) => [row.idx, { piece: row.piece === '' ? String(row.idx) : row.piece, sizeBytes: row.size_bytes }]));
    },
    async putChunk(scope, sha256, index, { piece, sizeBytes }) {
      const values = { size_bytes: sizeBytes, piece };
      await tx.insertInto('file_chunk').values({ scope, sha256, idx: index, ...values })
        .onConflict((c) => c.columns(['scope', 'sha256', 'idx']).doUpdateSet(values)).execute();
    },
    async dropChunks(scope, sha256) {
      await tx.deleteFrom('file_chunk').where('scope', '=', scope).where('sha256', '=', sha256).execute();
    },
    async verifiedAfter(last, limit) {
      const query = tx.selectFrom('file').selectAll().where('verified', '=', 1).orderBy('scope').orderBy('sha256').limit(limit);
      const rows = await (last ? query.where((is) => is.or([is('scope', '>', last.scope), is.and([is('scope', '=', last.scope), is('sha256', '>', last.sha256)])])) : query).execute();
      return rows.map(fileOf);
    },
    async dropUnverified() {
      await tx.deleteFrom('file_chunk').where((is) => is.not(is.exists(
        is.selectFrom('file').select('file.sha256').whereRef('file.scope', '=', 'file_chunk.scope').whereRef('file.sha256', '=', 'file_chunk.sha256').where('file.verified', '=', 1),
      ))).execute();
      await tx.deleteFrom('file').where('verified', '=', 0).execute();
    },
    async progressOf(scope, sha256s) {
      const files = await inParts(sha256s, (part) => tx.selectFrom('file').select(['sha256', 'verified']).where('scope', '=', scope).where('sha256', 'in', [...part]).execute());
      const chunks = await inParts(files, (part) =>
        tx.selectFrom('file_chunk').select(['sha256', 'idx']).where('scope', '=', scope).where('sha256', 'in', part.map(({ sha256 }) => sha256)).orderBy('idx').execute());
      return new Map(files.map(({ sha256, verified }) => [
        sha256, { verified: verified === 1, chunks: chunks.flatMap((chunk) => (chunk.sha256 === sha256 ? [chunk.idx] : [])) },
      ]));
    },
    async addLink(scope, sha256, source) {
      await tx.insertInto('file_link').values({ scope, sha256, source }).onConflict((c) => c.doNothing()).execute();
    },
    async dropFile(scope, sha256) {
      for (const table of ['file_chunk', 'file', 'file_link'] as const) {
        await tx.deleteFrom(table).where('scope', '=', scope).where('sha256', '=', sha256).execute();
      }
    },
    async linksTo(source, sha256) {
      const rows = await tx.selectFrom('file_link').select('scope').where('source', '=', source).where('sha256', '=', sha256).orderBy('scope').execute();
      return rows.map(({ scope }) => scope);
    },
    async linkedSources(scope, sha256) {
      const rows = await tx.selectFrom('file_link').select('source').where('scope', '=', scope).where('sha256', '=', sha256).orderBy('source').execute();
      return rows.map(({ source }) => source);
    },
  };
}

const fileOf = (row: Schema['file']): StoredFile => ({ scope: row.scope, sha256: row.sha256, totalChunks: row.total_chunks, verified: row.verified === 1 });
