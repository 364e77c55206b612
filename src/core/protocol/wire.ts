import * as v from 'valibot';
import { isJson, type Json } from '#core/json.ts';
import { isUuid } from '#core/ids.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import { ACCOUNT_ROLES, GRANT_ROLES } from '#core/people/role.ts';

/** Ops in one push; a larger request is refused whole with 413. */
export const MAX_OPS_PER_PUSH = 5_000;
/** Commands in one push. */
export const MAX_COMMANDS_PER_PUSH = 50;
/** Bytes of JSON in one push, before compression. */
export const MAX_PUSH_BYTES = 4 * 1024 * 1024;
/** Ops in one answer; `more` says that there are further ones. */
export const MAX_OPS_PER_ANSWER = 5_000;
/** Bytes of one chunk of a file; the last may be shorter. */
export const CHUNK_BYTES = 1024 * 1024;
/** Largest file that is accepted, here and on the tablet. */
export const MAX_FILE_BYTES = 40 * 1024 * 1024;

const uuid = v.pipe(v.string(), v.check(isUuid, 'not a UUID'));
const hex64 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const scopeId = v.custom<ScopeId>((value) => typeof value === 'string' && isScopeId(value), 'not a scope');
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Taken as it is: a value that valibot rebuilds would lose keys like `constructor`, and would no longer fit its hash. */
const json = v.custom<Json>(isJson, 'not JSON');
const shortText = v.pipe(v.string(), v.maxLength(300));

/** An op inside a push: without what the batch says once (device, actor) and without its hashes, which are recomputed. */
const pushedOp = v.strictObject({
  id: uuid,
  v: v.pipe(count, v.minValue(1)),
  scope: v.pipe(v.string(), v.maxLength(80)),
  entity: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  entityId: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  set: v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(400)), json),
  base: v.record(v.string(), v.array(uuid)),
  saw: v.optional(v.array(uuid)),
  n: v.pipe(count, v.minValue(1)),
  lamport: v.pipe(count, v.minValue(1)),
  /** Read by every screen that shows the record: what is no time at all must not reach them. */
  at: v.pipe(v.string(), v.maxLength(40), v.check((text) => !Number.isNaN(Date.parse(text)), 'not a time')),
  timeZone: v.pipe(v.string(), v.maxLength(60)),
  skewMs: v.optional(v.pipe(v.number(), v.safeInteger())),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});
export type PushedOp = v.InferOutput<typeof pushedOp>;

/** The proof of authorship of a batch: one signature by the device's key over its list of op hashes. Forwarded verbatim. */
export const batchProof = v.strictObject({
  device: uuid,
  actor: uuid,
  hashes: v.array(hex64),
  /** ECDSA P-256 with SHA-256, r‖s, base64url, over `batchText(hashes)`. */
  signature: v.pipe(v.string(), v.maxLength(200)),
});
export type BatchProof = v.InferOutput<typeof batchProof>;

/** What is signed for a batch. */
export const batchText = (hashes: readonly string[]): string => `cotejo-batch-1\n${hashes.join('\n')}`;

/** Grants come only from these, sent with the signed ops that describe the thing; idempotent. */
const command = v.variant('type', [
  v.strictObject({ type: v.literal('create-agency'), agency: uuid }),
  v.strictObject({
    type: v.literal('set-team'),
    agency: uuid,
    visit: uuid,
    leader: uuid,
    advisors: v.pipe(v.array(uuid), v.maxLength(20)),
  }),
  v.strictObject({ type: v.literal('name-manager'), agency: uuid, user: uuid }),
]);
export type Command = v.InferOutput<typeof command>;

export const syncRequest = v.strictObject({
  /** Absent: nothing to push. */
  batch: v.optional(batchProof),
  /** In the order of `batch.hashes`. */
  ops: v.pipe(v.array(pushedOp), v.maxLength(MAX_OPS_PER_PUSH)),
  /** Carried out before the ops, in the same transaction. */
  commands: v.pipe(v.array(command), v.maxLength(MAX_COMMANDS_PER_PUSH)),
  /** The last `seq` that the tablet holds of each scope, from `epoch`; a scope that is missing counts as 0. */
  cursors: v.record(v.string(), count),
  /** As of the last answer; '' at first. Another epoch than the server's: cursors are ignored and everything comes again. */
  epoch: v.pipe(v.string(), v.maxLength(60)),
});
export type SyncRequest = v.InferOutput<typeof syncRequest>;

export const REFUSALS = [
  'author-not-proved', 'id-reused', 'hash-mismatch', 'unknown-scope', 'no-grant', 'not-allowed', 'wrong-key', 'invalid-value',
  'nothing-set', 'source-not-readable',
  /** Said by the tablet itself, where the server takes no request that carries the op. */
  'malformed',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

const opResult = v.variant('status', [
  v.object({ id: uuid, status: v.literal('ok') }),
  v.object({ id: uuid, status: v.literal('duplicate') }),
  v.object({ id: uuid, status: v.literal('held') }),
  v.object({ id: uuid, status: v.literal('refused'), reason: v.picklist(REFUSALS), field: v.optional(v.string()) }),
]);
export type OpResult = v.InferOutput<typeof opResult>;

/** An op inside a page. Its hashes are recomputed and compared with the page's list. */
export const pulledOp = v.object({ ...pushedOp.entries, scope: scopeId, device: uuid, actor: uuid });
export type PulledOp = v.InferOutput<typeof pulledOp>;

export const page = v.object({
  scope: scopeId,
  /** Exclusive: the page follows this seq. */
  fromSeq: count,
  /** Inclusive: the last seq of the page. */
  toSeq: count,
  /** Every op of the page, in order. */
  list: v.array(v.tuple([count, uuid, hex64])),
  /** Bodies of the ops in `list` that this request did not carry itself. */
  ops: v.array(pulledOp),
  proofs: v.array(batchProof),
  /** HMAC-SHA-256 in hex by the server's own key over `pageText`. Kept beside the bodies: proves them after a restore. */
  mac: hex64,
});
export type Page = v.InferOutput<typeof page>;

/** What the server's MAC covers. */
export const pageText = (epoch: string, of: Pick<Page, 'scope' | 'fromSeq' | 'toSeq' | 'list'>): string =>
  `cotejo-page-1\n${epoch}\n${of.scope}\n${of.fromSeq}\n${of.toSeq}\n${of.list.map(([seq, id, h]) => `${seq} ${id} ${h}`).join('\n')}`;

export const syncAnswer = v.object({
  epoch: v.string(),
  serverTimeMs: v.number(),
  results: v.array(opResult),
  /** All scopes that the person may read now, with their role in each. */
  scopes: v.array(v.object({ scope: scopeId, roles: v.array(v.picklist(GRANT_ROLES)) })),
  pages: v.array(page),
  more: v.boolean(),
});
export type SyncAnswer = v.InferOutput<typeof syncAnswer>;

export const person = v.object({ id: uuid, name: v.string(), code: v.string(), role: v.picklist(ACCOUNT_ROLES) });

/** `POST /api/auth/params`: what is needed to derive keys from a password; a stable fake for an unknown e-mail. */
export const authParamsRequest = v.strictObject({ email: v.pipe(v.string(), v.minLength(1), v.maxLength(300)) });
export const authParams = v.object({ installationId: uuid, userId: uuid });
export type AuthParams = v.InferOutput<typeof authParams>;

/** `POST /api/auth/sign-in`. `signInKey` is the HKDF output, hex; never the password. */
export const signInRequest = v.strictObject({
  email: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  signInKey: hex64,
});

/** `POST /api/devices`: registers the public half of a device key (SPKI, base64url); idempotent. */
export const registerDeviceRequest = v.strictObject({ device: uuid, publicKey: shortText });
/** The letter of a person's further devices: '' for the first, then b, c … */
export const registeredDevice = v.object({ letter: v.string() });

/** `GET /api/visits/:scope/keys`, newest last: 32 random bytes each, base64url. For the visit's team only. */
export const visitKeys = v.array(v.object({ id: uuid, key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)) }));
export type VisitKey = v.InferOutput<typeof visitKeys>[number];

/** `GET /api/me`. */
export const me = v.object({
  person,
  email: v.string(),
  installationId: uuid,
  /** People of the scopes that this person may read; for a team leader also everybody who can be put on a team. */
  people: v.array(person),
  /** Public keys of their devices, so that who wrote an op can be proved without a network. Absent: an answer of an older build. */
  devices: v.optional(v.array(v.object({ id: uuid, userId: uuid, publicKey: shortText }))),
  /** Editions that this person may use, newest revision of each. Empty for a manager: theirs come by `manualOf`. */
  editions: v.array(v.object({ id: v.string(), revision: count, name: v.object({ es: v.optional(v.string()), en: v.optional(v.string()) }), program: v.string(), sample: v.boolean(), standards: count })),
});
export type Me = v.InferOutput<typeof me>;

/** `GET /api/files/:scope/:sha256`: which chunks the server has. `verified` once the whole matches its hash. */
export const fileStatus = v.object({ chunks: v.array(count), verified: v.boolean() });
export type FileStatus = v.InferOutput<typeof fileStatus>;

/** Names in one question about files. */
export const MAX_FILES_PER_STATUS = 500;
/** `POST /api/files/status`. */
export const filesStatusRequest = v.strictObject({ files: v.pipe(v.array(v.strictObject({ scope: scopeId, sha256: hex64 })), v.maxLength(MAX_FILES_PER_STATUS)) });
export type FilesStatusRequest = v.InferInput<typeof filesStatusRequest>;
/** Of which files the server has something; the others are not there, or not for this person. */
export const filesStatus = v.object({ files: v.array(v.object({ scope: scopeId, sha256: hex64, ...fileStatus.entries })) });
export type FilesStatus = v.InferOutput<typeof filesStatus>;

/** Names the person whose device asks. A browser has one cookie jar, a tablet may have two people. */
export const PERSON_HEADER = 'x-cotejo-person';

/** Names the device that asks: its last contact is what the administrator sees of it, and how it learns that it was revoked. */
export const DEVICE_HEADER = 'x-cotejo-device';

/** Every error answer of the API. `code` is translated on the tablet; `message` is English, for logs and curl. */
export const apiError = v.object({ code: v.string(), message: v.string() });
export type ApiError = v.InferOutput<typeof apiError>;
