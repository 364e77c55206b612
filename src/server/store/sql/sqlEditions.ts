import type { Kysely, Selectable } from 'kysely';
import { MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import type { EditionTables, StoredEdition } from '#server/store/editionTables.ts';
import type { Schema } from './schema.ts';

export function sqlEditions(tx: Kysely<Schema>): EditionTables {
  return {
    editions: async () => (await tx.selectFrom('edition').selectAll().orderBy('id').orderBy('revision').execute()).map(editionOf),
    async edition(id, revision) {
      const row = await tx.selectFrom('edition').selectAll().where('id', '=', id).where('revision', '=', revision).executeTakeFirst();
      return row && editionOf(row);
    },
    async addEdition({ id, revision, head, sourceSha256, chapterByStandard }, files) {
      await tx.insertInto('edition').values({ id, revision, head, source_sha256: sourceSha256, chapter_by_standard: JSON.stringify(chapterByStandard) }).execute();
      for (const { chapter, language, sha256, gzip } of files) {
        await tx.insertInto('edition_file').values({ edition: id, revision, chapter, language, sha256, gzip }).execute();
      }
    },
    async editionFile(id, revision, chapter, language) {
      const row = await tx.selectFrom('edition_file').selectAll()
        .where('edition', '=', id).where('revision', '=', revision).where('chapter', '=', chapter).where('language', '=', language)
        .executeTakeFirst();
      const known = MANUAL_LANGUAGES.find((one) => one === row?.language);
      // libsql gives bytes as an ArrayBuffer, pg as a Buffer.
      return row && known && { chapter, language: known, sha256: row.sha256, gzip: new Uint8Array(row.gzip) };
    },
  };
}

function editionOf({ id, revision, head, source_sha256: sourceSha256, chapter_by_standard: json }: Selectable<Schema['edition']>): StoredEdition {
  const chapterByStandard: Record<string, string> = JSON.parse(json);
  return { id, revision, head, sourceSha256, chapterByStandard };
}
