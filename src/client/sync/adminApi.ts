import {
  adminAgencies, adminDevices, adminPeople, adminQuarantine, auditCheck, auditPage, type AdminAgency, type AdminDevice, type AdminPerson, type AdminSession,
  type ClonedTablet, type QuarantinedRecord, type ShownAuditEntry,
} from '#core/admin/adminApi.ts';
import { purgeInterviewAnswer, type PurgeInterviewAnswer } from '#core/admin/purgeInterview.ts';
import type { AuditAction } from '#core/admin/auditActions.ts';
import type { AccountRole } from '#core/people/role.ts';
import type { Erase } from '#core/protocol/wire.ts';
import type { Result } from '#core/result.ts';
import { totalsAnswer, type Totals } from '#core/totals/totals.ts';
import { requestBytes, requestDone, requestJson, type ApiFailure } from './request.ts';

type Answer<T> = Promise<Result<T, ApiFailure>>;

export type AuditQuery = { readonly actor?: string; readonly action?: AuditAction; readonly from?: string; readonly until?: string };

/** The calls of an administrator, and the totals of an observer. */
export type AdminApi = {
  readonly people: () => Answer<{ readonly people: readonly AdminPerson[] }>;
  readonly changePerson: (user: string, change: { readonly name?: string; readonly email?: string; readonly role?: AccountRole }) => Answer<void>;
  readonly closePerson: (user: string, erase: Erase) => Answer<void>;
  readonly openPerson: (user: string) => Answer<void>;
  readonly devices: () => Answer<{ readonly devices: readonly AdminDevice[]; readonly sessions: readonly AdminSession[] }>;
  readonly revokeDevice: (device: string, erase: Erase) => Answer<void>;
  readonly endSession: (session: string) => Answer<void>;
  readonly agencies: () => Answer<{ readonly agencies: readonly AdminAgency[] }>;
  readonly setRegion: (agency: string, users: readonly string[]) => Answer<void>;
  readonly setReaders: (agency: string, users: readonly string[]) => Answer<void>;
  readonly setTeam: (agency: string, visit: string, leader: string, advisors: readonly string[]) => Answer<void>;
  readonly quarantine: () => Answer<{ readonly records: readonly QuarantinedRecord[]; readonly count: number; readonly cloned: readonly ClonedTablet[] }>;
  readonly release: (record: Pick<QuarantinedRecord, 'id' | 'h'>) => Answer<void>;
  /** With `check` it only says how many there are. */
  readonly purgeInterview: (code: string, check: boolean) => Answer<PurgeInterviewAnswer>;
  readonly audit: (query: AuditQuery, before: number | undefined) => Answer<{ readonly entries: readonly ShownAuditEntry[]; readonly next?: number | undefined }>;
  readonly auditCheck: () => Answer<{ readonly entries: number; readonly broken?: number | undefined }>;
  /** A CSV, as bytes. */
  readonly auditExport: (query: AuditQuery) => Answer<Uint8Array>;
  readonly totals: () => Answer<Totals>;
};

export function adminApiOf(person: string, device: string): AdminApi {
  const who = { person, device };
  const get = (path: string) => `/api/admin/${path}`;
  const act = (path: string, json: object) => requestDone(get(path), { method: 'POST', json, ...who });
  return {
    people: () => requestJson(get('people'), adminPeople, who),
    changePerson: (user, change) => act(`people/${user}`, change),
    closePerson: (user, erase) => act(`people/${user}/disable`, { erase }),
    openPerson: (user) => act(`people/${user}/enable`, {}),
    devices: () => requestJson(get('devices'), adminDevices, who),
    revokeDevice: (id, erase) => act(`devices/${id}/revoke`, { erase }),
    endSession: (session) => act(`sessions/${session}/end`, {}),
    agencies: () => requestJson(get('agencies'), adminAgencies, who),
    setRegion: (agency, users) => act(`agencies/${agency}/region`, { users }),
    setReaders: (agency, users) => act(`agencies/${agency}/readers`, { users }),
    setTeam: (agency, visit, leader, advisors) => act(`agencies/${agency}/visits/${visit}/team`, { leader, advisors }),
    quarantine: () => requestJson(get('quarantine'), adminQuarantine, who),
    release: ({ id, h }) => act('quarantine/release', { id, h }),
    purgeInterview: (code, check) => requestJson(get('interviews/purge'), purgeInterviewAnswer, { method: 'POST', json: { code, check }, ...who }),
    audit: (query, before) => requestJson(get(`audit?${new URLSearchParams({ ...query, ...(before === undefined ? {} : { before: String(before) }) })}`), auditPage, who),
    auditCheck: () => requestJson(get('audit/check'), auditCheck, who),
    auditExport: (query) => requestBytes(get('audit/export'), { method: 'POST', json: query, ...who }),
    totals: () => requestJson('/api/totals', totalsAnswer, who),
  };
}
