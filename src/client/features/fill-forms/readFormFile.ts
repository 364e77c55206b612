import type { FormReading } from '#core/form/readXlsForm.ts';
import type { WorkbookError } from '#core/sheet/readWorkbook.ts';

export type FormFileReading =
  | { readonly type: 'read'; readonly reading: FormReading }
  | { readonly type: 'refused'; readonly why: WorkbookError['type'] | 'too-long' | 'too-large' | 'crashed' };

const DEADLINE_MS = 10_000;
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Reads an XLSForm from a file in a worker that is ended after 10 seconds. */
export async function readFormFile(file: File): Promise<FormFileReading> {
  if (file.size > MAX_FILE_BYTES) return { type: 'refused', why: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = new Worker(new URL('./readForm.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<FormFileReading>((resolve) => {
    const end = (reading: FormFileReading): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(reading);
    };
    const timer = setTimeout(() => end({ type: 'refused', why: 'too-long' }), DEADLINE_MS);
    worker.addEventListener('message', (event: MessageEvent<FormFileReading>) => end(event.data));
    // Out of memory, or a bug: the screen lives on and says so.
    worker.addEventListener('error', () => end({ type: 'refused', why: 'crashed' }));
    worker.postMessage(bytes, [bytes.buffer]);
  });
}
