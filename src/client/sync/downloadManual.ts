import { MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import { fromEditionFiles } from '#core/manual/editionFiles.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { ManualShelf } from '#client/storage/manuals/manualShelf.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

/**
 * Brings the chapters of an edition that this person may read, in all its languages, and that are not here yet.
 * `onProgress(done, total)` counts files.
 */
export async function downloadManual(
  shelf: ManualShelf, api: Pick<Api, 'editionHead' | 'chapter'>, edition: string, revision: number,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Result<void, ApiFailure | StorageError>> {
  const head = await api.editionHead(edition, revision);
  if (!head.ok) return head;
  const wanted = head.value.chapters.flatMap((chapter) => MANUAL_LANGUAGES.filter((language) => head.value.languages.includes(language)).map((language) => ({ chapter, language })));
  const storedHead = await shelf.storeHead(head.value);
  if (!storedHead.ok) return storedHead;
  const here = shelf.filesOf(edition, revision);
  let done = 0;
  for (const { chapter, language } of wanted) {
    if (!here.has(`${chapter.id}/${language}`)) {
      const json = await api.chapter(edition, revision, chapter.id, language);
      if (!json.ok) return json;
      const file = { chapterId: chapter.id, language, json: json.value };
      // Checked before it is stored: a chapter damaged on the way would keep the whole manual from opening, offline.
      if (!fromEditionFiles(head.value, [file]).ok) return err({ type: 'server', status: 200 });
      const stored = await shelf.storeFile(edition, revision, file);
      if (!stored.ok) return stored;
    }
    done += 1;
    onProgress(done, wanted.length);
  }
  return ok(undefined);
}
