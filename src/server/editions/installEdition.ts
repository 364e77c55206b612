import { gzipSync } from 'node:zlib';
import { sha256OfText } from '#core/bytes.ts';
import { canonicalJson } from '#core/json.ts';
import type { Edition } from '#core/manual/edition.ts';
import { toEditionFiles } from '#core/manual/editionFiles.ts';
import type { Store } from '#server/store/store.ts';

/**
 * Stores an edition's revision, one compressed file per chapter and language. What is stored never changes: the same
 * content again is `same`, another one under the same id and revision is `other-content` and nothing is written.
 */
export async function installEdition(store: Store, edition: Edition, sourceSha256: string): Promise<'saved' | 'same' | 'other-content'> {
  const { head, files } = toEditionFiles(edition);
  const headJson = canonicalJson(JSON.parse(JSON.stringify(head)));
  const stored = files.map(({ chapterId, language, json }) => ({ chapter: chapterId, language, sha256: sha256OfText(json), gzip: gzipSync(json, { level: 9 }) }));
  return store.transaction(async (tx) => {
    const known = await tx.editions.edition(edition.id, edition.revision);
    if (known) {
      let same = known.head === headJson;
      for (const file of stored) {
        const there = await tx.editions.editionFile(edition.id, edition.revision, file.chapter, file.language);
        same &&= there?.sha256 === file.sha256;
      }
      return same ? 'same' : 'other-content';
    }
    const { id, revision } = edition;
    await tx.editions.addEdition({ id, revision, head: headJson, sourceSha256, chapterByStandard: chapterByStandard(edition) }, stored);
    return 'saved';
  });
}

function chapterByStandard(edition: Edition): Record<string, string> {
  const entries = edition.chapters.flatMap((chapter) =>
    chapter.topics.flatMap((topic) => topic.standards.map((standard) => [standard.id, chapter.id] as const)));
  return Object.fromEntries(entries);
}
