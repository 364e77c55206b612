import * as v from 'valibot';
import { MEXICAN_STATES } from '#core/agency/values.ts';
import { isUuid } from '#core/ids.ts';
import { PROGRAMS } from '#core/manual/edition.ts';
import { ACCOUNT_ROLES } from '#core/people/role.ts';
import { ERASES, REFUSALS } from '#core/protocol/wire.ts';
import { VISIT_KINDS } from '#core/visit/values.ts';
import { AUDIT_ACTIONS } from './auditActions.ts';

const uuid = v.pipe(v.string(), v.check(isUuid, 'not a UUID'));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Longest name, e-mail and the like. */
export const MAX_SHORT_TEXT = 200;
const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT));
const erase = v.picklist(ERASES);

/** `GET /api/admin/people`. */
const adminPerson = v.object({
  id: uuid, name: v.string(), email: v.string(), code: v.string(), role: v.picklist(ACCOUNT_ROLES),
  disabledAt: v.optional(v.string()),
  devices: count,
  /** Of the device that was seen last. */
  lastSeenAt: v.optional(v.string()),
  /** Ops and files that only devices of this person have, as they said last. */
  waiting: count,
});
export type AdminPerson = v.InferOutput<typeof adminPerson>;
export const adminPeople = v.object({ people: v.array(adminPerson) });

/** `POST /api/admin/people/:user`: what is left out stays. */
export const changePersonRequest = v.strictObject({ user: uuid, name: v.optional(shortText), email: v.optional(shortText), role: v.optional(v.picklist(ACCOUNT_ROLES)) });
/** `POST /api/admin/people/:user/disable` and `/enable`. */
export const disablePersonRequest = v.strictObject({ user: uuid, erase });
export const enablePersonRequest = v.strictObject({ user: uuid });

/** `GET /api/admin/devices`. */
const adminSession = v.object({ id: v.string(), user: uuid, device: v.string(), startedAt: v.string(), expiresAt: v.string() });
export type AdminSession = v.InferOutput<typeof adminSession>;
const adminDevice = v.object({
  id: uuid, user: uuid, letter: v.string(), registeredAt: v.string(), lastSeenAt: v.optional(v.string()),
  waiting: v.object({ ops: count, files: count, oldestAt: v.optional(v.string()) }),
  erase: v.optional(erase),
  /** When it was told to erase with nothing left to send. */
  toldAt: v.optional(v.string()),
});
export type AdminDevice = v.InferOutput<typeof adminDevice>;
export const adminDevices = v.object({ devices: v.array(adminDevice), sessions: v.array(adminSession) });

/** `POST /api/admin/devices/:device/revoke`. */
export const revokeDeviceRequest = v.strictObject({ device: uuid, erase });
/** `POST /api/admin/sessions/:session/end`. */
export const endSessionRequest = v.strictObject({ session: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) });

/** `GET /api/admin/agencies`: who may read and write where. Nothing of a visit but its card. */
const adminVisit = v.object({
  id: uuid, kind: v.optional(v.picklist(VISIT_KINDS)), startDate: v.string(), endDate: v.string(),
  leader: v.optional(uuid), advisors: v.array(uuid),
});
const adminAgency = v.object({
  id: uuid, name: v.string(), acronym: v.string(), program: v.optional(v.picklist(PROGRAMS)), state: v.optional(v.picklist(MEXICAN_STATES)),
  managers: v.array(uuid), readers: v.array(uuid), region: v.array(uuid), visits: v.array(adminVisit),
});
export type AdminVisit = v.InferOutput<typeof adminVisit>;
export type AdminAgency = v.InferOutput<typeof adminAgency>;
export const adminAgencies = v.object({ agencies: v.array(adminAgency) });

/** `POST /api/admin/agencies/:agency/region` and `/readers`: the whole list each time. */
export const agencyPeopleRequest = v.strictObject({ agency: uuid, users: v.pipe(v.array(uuid), v.maxLength(50)) });
/** `POST /api/admin/agencies/:agency/visits/:visit/team`: a team leader who is lost is replaced here. */
export const visitTeamRequest = v.strictObject({ agency: uuid, visit: uuid, leader: uuid, advisors: v.pipe(v.array(uuid), v.maxLength(20)) });

/** `GET /api/admin/quarantine`: what was refused, without a word of what it says: interviews are among it. */
const quarantinedRecord = v.object({
  id: uuid, h: v.string(), reason: v.picklist(REFUSALS),
  /** The field that was refused; '' where the reason is not about one. */
  field: v.string(),
  scope: v.string(), kind: v.string(),
  /** As the record claims; the server may not have been able to prove it. */
  author: v.string(), device: v.string(), writtenAt: v.string(),
  receivedAt: v.string(), receivedFrom: v.string(), sizeBytes: count,
});
export type QuarantinedRecord = v.InferOutput<typeof quarantinedRecord>;
/** Two records with one counter of one device: the tablet was copied. */
const clonedTablet = v.object({ device: v.string(), user: v.optional(uuid), times: count, lastAt: v.string() });
export type ClonedTablet = v.InferOutput<typeof clonedTablet>;
export const adminQuarantine = v.object({ records: v.array(quarantinedRecord), count, cloned: v.array(clonedTablet) });

/** `POST /api/admin/quarantine/release`: judged anew by what its author may do now. */
export const releaseRequest = v.strictObject({ id: uuid, h: v.pipe(v.string(), v.maxLength(64)) });

const instant = v.pipe(v.string(), v.isoTimestamp());
const auditFilter = { actor: v.optional(uuid), action: v.optional(v.picklist(AUDIT_ACTIONS)), from: v.optional(instant), until: v.optional(instant) };
/** `GET /api/admin/audit`: newest first; `before` is the `next` of the page before. */
export const auditRequest = v.strictObject({ ...auditFilter, before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number))) });
/** `POST /api/admin/audit/export`: a CSV of everything that fits the filter. */
export const auditExportRequest = v.strictObject(auditFilter);

const auditEntry = v.object({
  seq: count, at: v.string(), actor: v.string(), device: v.string(), ip: v.string(), action: v.picklist(AUDIT_ACTIONS), subject: v.string(),
  /** A person or agency by name, where the subject is one. */
  subjectName: v.optional(v.string()),
  detail: v.record(v.string(), v.unknown()),
});
export type ShownAuditEntry = v.InferOutput<typeof auditEntry>;
export const auditPage = v.object({ entries: v.array(auditEntry), next: v.optional(count) });
/** `GET /api/admin/audit/check`: `broken` is the first entry that does not follow from the one before it. */
export const auditCheck = v.object({ entries: count, broken: v.optional(count) });
