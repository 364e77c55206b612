import type { ShownAuditEntry } from './adminApi.ts';
import { csvLine } from '#core/text/csvLine.ts';

const COLUMNS = ['seq', 'at', 'actor', 'actor_name', 'action', 'subject', 'subject_name', 'ip', 'device', 'detail'] as const;

/** The log as CSV, a line at a time: UTF-8 with a byte-order mark, so that a spreadsheet reads the accents. */
export function* auditCsv(entries: Iterable<ShownAuditEntry>, names: ReadonlyMap<string, string>): Generator<string> {
  yield `\uFEFF${csvLine(COLUMNS)}`;
  for (const { seq, at, actor, action, subject, subjectName, ip, device, detail } of entries) {
    yield csvLine([String(seq), at, actor, names.get(actor) ?? '', action, subject, subjectName ?? '', ip, device, JSON.stringify(detail)]);
  }
}
