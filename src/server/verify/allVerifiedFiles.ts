import type { StoredChunk, StoredFile } from '#server/store/fileTables.ts';
import type { Store } from '#server/store/store.ts';

const FILES_AT_A_TIME = 200;

export type WholeFile = StoredFile & { readonly chunks: readonly StoredChunk[] };

/** Every verified file with its pieces in order, a page at a time, so that a running server is never held up for long. */
export async function* allVerifiedFiles(store: Store): AsyncGenerator<WholeFile> {
  for (let after: StoredFile | undefined; ;) {
    const page = await store.transaction(async (tx) => {
      const files = await tx.files.verifiedAfter(after, FILES_AT_A_TIME);
      const whole: WholeFile[] = [];
      for (const file of files) whole.push({ ...file, chunks: [...(await tx.files.chunks(file.scope, file.sha256)).values()] });
      return whole;
    });
    yield* page;
    after = page.at(-1);
    if (page.length < FILES_AT_A_TIME) return;
  }
}
