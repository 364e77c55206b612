import { Readable } from 'node:stream';
import * as v from 'valibot';
import { auditExportRequest, auditRequest, type auditCheck, type auditPage, type ShownAuditEntry } from '#core/admin/adminApi.ts';
import { auditCsv } from '#core/admin/auditCsv.ts';
import { isUuid } from '#core/ids.ts';
import { agencyScope } from '#core/op/scope.ts';
import { ok } from '#core/result.ts';
import { firstBrokenEntry } from '#server/audit/auditChain.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { adminRoute, Attachment } from '#server/http/roleRoute.ts';
import { agencyCardOf } from '#server/people/agencyFolds.ts';
import type { AuditEntry, AuditFilter } from '#server/store/auditTable.ts';
import type { StoreTransaction } from '#server/store/store.ts';

const ENTRIES_A_PAGE = 200;
/** Entries in one export. A longer log is exported by dates. */
const ENTRIES_AN_EXPORT = 100_000;

/** `GET /api/admin/audit`. */
export const listAudit = (deps: RouteDeps) => adminRoute(deps, auditRequest, async ({ tx, input }) => {
  const { before = Number.MAX_SAFE_INTEGER, ...filter } = input;
  const entries = await tx.audit.entries(filter, before, ENTRIES_A_PAGE);
  const next = entries.length === ENTRIES_A_PAGE ? entries.at(-1)?.seq : undefined;
  return ok({ entries: await shown(tx, entries), ...(next === undefined ? {} : { next }) } satisfies v.InferOutput<typeof auditPage>);
});

/** `GET /api/admin/audit/check`: the whole chain, from the first entry. */
export const checkAudit = (deps: RouteDeps) => adminRoute(deps, v.strictObject({}), async ({ tx }) => {
  const broken = await firstBrokenEntry(tx);
  const { seq: entries } = await tx.audit.lockHead();
  return ok({ entries, ...(broken === undefined ? {} : { broken }) } satisfies v.InferOutput<typeof auditCheck>);
});

/** `POST /api/admin/audit/export`: a CSV, newest first. The export is itself an entry. */
export const exportAudit = (deps: RouteDeps) => adminRoute(deps, auditExportRequest, async ({ tx, input, by }) => {
  const entries = await shown(tx, await tx.audit.entries(input, Number.MAX_SAFE_INTEGER, ENTRIES_AN_EXPORT));
  const names = new Map((await tx.people.accounts()).map(({ id, name }) => [id, name]));
  await recordAudit(tx, { action: 'audit-exported', subject: '', ...by, detail: { ...definedOf(input), entries: entries.length } });
  return ok(new Attachment('text/csv; charset=utf-8', Readable.from(auditCsv(entries, names))));
});

const definedOf = (filter: AuditFilter): { [key: string]: string } =>
  Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== undefined));

async function shown(tx: StoreTransaction, entries: readonly AuditEntry[]): Promise<ShownAuditEntry[]> {
  const names = new Map<string, string>((await tx.people.accounts()).map(({ id, name }) => [id, name]));
  for (const subject of new Set(entries.map((entry) => entry.subject))) {
    if (names.has(subject) || !isUuid(subject)) continue;
    const card = await agencyCardOf(tx, agencyScope(subject));
    if (card) names.set(subject, card.name);
  }
  return entries.map(({ seq, at, actor, device, ip, action, subject, detail }) => {
    const subjectName = names.get(subject);
    return { seq, at, actor, device, ip, action, subject, detail: JSON.parse(detail), ...(subjectName === undefined ? {} : { subjectName }) };
  });
}
