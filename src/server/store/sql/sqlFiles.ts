import type { Kysely } from 'kysely';
import type { FileTables } from '#server/store/fileTables.ts';
import type { Schema } from './schema.ts';

export function sqlFiles(tx: Kysely<Schema>): FileTables {
  return {
    async file(scope, sha256) {
      const row = await tx.selectFrom('file').selectAll().where('scope', '=', scope).where('sha256', '=', sha256).executeTakeFirst();
      return row && { scope, sha256, totalChunks: row.total_chunks, verified: row.verified === 1 };
    },
    async putFile({ scope, sha256, totalChunks, verified }) {
      const values = { total_chunks: totalChunks, verified: verified ? 1 : 0 };
      await tx.insertInto('file').values({ scope, sha256, ...values })
        .onConflict((c) => c.columns(['scope', 'sha256']).doUpdateSet(values)).execute();
    },
    async chunks(scope, sha256) {
      const rows = await tx.selectFrom('file_chunk').selectAll().where('scope', '=', scope).where('sha256', '=', sha256).orderBy('idx').execute();
      return new Map(rows.map((row) => [row.idx, row.size_bytes]));
    },
    async putChunk(scope, sha256, index, sizeBytes) {
      const values = { size_bytes: sizeBytes };
      await tx.insertInto('file_chunk').values({ scope, sha256, idx: index, ...values })
        .onConflict((c) => c.columns(['scope', 'sha256', 'idx']).doUpdateSet(values)).execute();
    },
    async dropChunks(scope, sha256) {
      await tx.deleteFrom('file_chunk').where('scope', '=', scope).where('sha256', '=', sha256).execute();
    },
    async addLink(scope, sha256, source) {
      await tx.insertInto('file_link').values({ scope, sha256, source }).onConflict((c) => c.doNothing()).execute();
    },
    async linkedSources(scope, sha256) {
      const rows = await tx.selectFrom('file_link').select('source').where('scope', '=', scope).where('sha256', '=', sha256).orderBy('source').execute();
      return rows.map(({ source }) => source);
    },
  };
}
