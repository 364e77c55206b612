import { readXlsForm } from '#core/form/readXlsForm.ts';
import { readWorkbook } from '#core/sheet/readWorkbook.ts';
import type { FormFileReading } from './readFormFile.ts';

/** Reads a form's workbook away from the screen, where a file made to hurt can be ended. */
self.addEventListener('message', (event: MessageEvent<Uint8Array>) => {
  void (async (): Promise<void> => {
    const workbook = await readWorkbook(event.data);
    const reading: FormFileReading = workbook.ok ? { type: 'read', reading: readXlsForm(workbook.value) } : { type: 'refused', why: workbook.error.type };
    self.postMessage(reading);
  })();
});
