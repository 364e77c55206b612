import { NO_COUNTS, unreadable, type ManualReading } from './manualReading.ts';
import { tableOfText } from './manualTable.ts';
import { readManualTable, type TableOptions } from './readManualTable.ts';
import { sourceText } from './sourceText.ts';

/**
 * Reads a manual from separated text (see MANUAL-FORMAT.md): any of its encodings and separators. Never throws for what is in
 * the file.
 */
export function readManualCsv(source: Uint8Array | string, options: TableOptions): ManualReading {
  const text = sourceText(source);
  if (!text.ok) return unreadable(text.error);
  const table = tableOfText(text.value.text);
  return table === undefined ? { counts: NO_COUNTS, languages: [], problems: [] } : readManualTable(table, options);
}
