import * as v from 'valibot';
import { isUuid } from '#core/ids.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import { recoveryKey } from './identityWire.ts';
import { ACCOUNT_ROLES, GRANT_ROLES } from '#core/people/role.ts';
import { isPulledOp, isPushedOp, type PulledOp, type PushedOp } from './packedOp.ts';

/** Ops in one push; a larger request is refused whole with 413. */
export const MAX_OPS_PER_PUSH = 5_000;
/** Batches and pages that one request may carry for others; their ops count towards `MAX_OPS_PER_PUSH`. */
export const MAX_CARRIED = 500;
/** Commands in one push. */
export const MAX_COMMANDS_PER_PUSH = 50;
/** Held ops that one request asks after. */
export const MAX_HELD_ASKED = 500;
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
const shortText = v.pipe(v.string(), v.maxLength(300));

const pushedOp = v.custom<PushedOp>(isPushedOp, 'not an op');

/** The proof of authorship of a batch: one signature by the device's key over its list of op hashes. Forwarded verbatim. */
export const batchProof = v.strictObject({
  device: uuid,
  actor: uuid,
  hashes: v.array(hex64),
  /** ECDSA P-256 with SHA-256, r‖s, base64url, over `batchText(hashes)`. */
  signature: v.pipe(v.string(), v.maxLength(200)),
});
export type BatchProof = v.InferOutput<typeof batchProof>;

/**
 * A batch as its author pushes it. Without `hashes` the server recomputes them, which saves 37 incompressible bytes an op; where
 * the signature does not fit it answers 422 `hashes-wanted`, and the tablet repeats with them, so that one damaged op is found.
 */
const pushedBatch = v.strictObject({ ...batchProof.entries, hashes: v.optional(batchProof.entries.hashes) });

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

export const pulledOp = v.custom<PulledOp>(isPulledOp, 'not an op');
const listOfPage = v.array(v.tuple([count, uuid, hex64]));

/**
 * Ops that somebody brings who is not their author, or their author on another tablet: from a file, or after a restore. Some or all
 * ops of the batch or page; the list of hashes is always whole.
 */
const carried = v.variant('kind', [
  v.strictObject({ kind: v.literal('batch'), proof: batchProof, ops: v.array(pulledOp) }),
  v.strictObject({
    kind: v.literal('page'),
    page: v.strictObject({ epoch: v.pipe(v.string(), v.maxLength(60)), scope: scopeId, fromSeq: count, toSeq: count, list: listOfPage, mac: hex64 }),
    /** Of the authors' batches, as far as the carrier has them: the server forwards them again. */
    proofs: v.optional(v.array(batchProof)),
    ops: v.array(pulledOp),
  }),
]);
export type Carried = v.InferOutput<typeof carried>;

/** To which agency a scope belongs, who made it, and the server's word for it: lets a restored server make a scope again that it forgot. */
const scopeHome = v.strictObject({ scope: scopeId, agency: uuid, createdBy: uuid, mac: hex64 });
export type ScopeHome = v.InferOutput<typeof scopeHome>;

/** What the server's MAC in a home covers. */
export const homeText = ({ scope, agency, createdBy }: Omit<ScopeHome, 'mac'>): string => `cotejo-home-1\n${scope}\n${agency}\n${createdBy}`;

/** A command that was carried out in an earlier epoch, with the op that it came with. */
const keptCommand = v.strictObject({ command, op: uuid, lamport: count });
export type KeptCommand = v.InferOutput<typeof keptCommand>;

export const syncRequest = v.strictObject({
  /** Absent: nothing to push. */
  batch: v.optional(pushedBatch),
  /** In the order of `batch.hashes`. */
  ops: v.pipe(v.array(pushedOp), v.maxLength(MAX_OPS_PER_PUSH)),
  /** Carried out before the ops, in the same transaction. */
  commands: v.pipe(v.array(command), v.maxLength(MAX_COMMANDS_PER_PUSH)),
  /** The last `seq` that the tablet holds of each scope, from `epoch`; a scope that is missing counts as 0. */
  cursors: v.record(v.string(), count),
  /** As of the last answer; '' at first. Another epoch than the server's: cursors are ignored and everything comes again. */
  epoch: v.pipe(v.string(), v.maxLength(60)),
  carried: v.optional(v.pipe(v.array(carried), v.maxLength(MAX_CARRIED))),
  /** After a restore, with what is carried: homes first, then commands, then ops. */
  homes: v.optional(v.pipe(v.array(scopeHome), v.maxLength(MAX_CARRIED))),
  kept: v.optional(v.pipe(v.array(keptCommand), v.maxLength(MAX_COMMANDS_PER_PUSH))),
  /** The last purge, by its number, that the tablet has carried out in each scope. */
  purges: v.optional(v.record(v.string(), count)),
  /** Id and `h` of own ops that the server was heard to hold: it says which of them it knows nothing of. */
  held: v.optional(v.pipe(v.array(v.tuple([uuid, hex64])), v.maxLength(MAX_HELD_ASKED))),
  /** What this tablet has not sent yet: the administrator sees it. */
  waiting: v.optional(v.strictObject({ ops: count, files: count, oldestAt: v.optional(v.pipe(v.string(), v.maxLength(40))) })),
});
export type Waiting = NonNullable<v.InferOutput<typeof syncRequest>['waiting']>;
export type SyncRequest = v.InferOutput<typeof syncRequest>;

export const REFUSALS = [
  'author-not-proved', 'id-reused', 'hash-mismatch', 'unknown-scope', 'no-grant', 'not-allowed', 'wrong-key', 'invalid-value',
  'nothing-set', 'source-not-readable', 'device-revoked',
  /** Said by the tablet itself, where the server takes no request that carries the op. */
  'malformed',
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

const opResult = v.variant('status', [
  v.object({ id: uuid, status: v.literal('ok') }),
  v.object({ id: uuid, status: v.literal('duplicate') }),
  v.object({ id: uuid, status: v.literal('held') }),
  /** Erased when the law or a date said so; the tablet erases it too. */
  v.object({ id: uuid, status: v.literal('purged') }),
  v.object({ id: uuid, status: v.literal('refused'), reason: v.picklist(REFUSALS), field: v.optional(v.string()) }),
]);
export type OpResult = v.InferOutput<typeof opResult>;

export const page = v.object({
  scope: scopeId,
  /** Exclusive: the page follows this seq. */
  fromSeq: count,
  /** Inclusive: the last seq of the page. */
  toSeq: count,
  /** Every op of the page, in order. */
  list: listOfPage,
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

/**
 * What a device that was taken back is told. `after-sending`: it goes on pushing until nothing is left, then erases its database.
 * `at-once`: it erases now; what it still sends goes to the quarantine. Either way nothing is given out to it any more.
 */
export const ERASES = ['after-sending', 'at-once'] as const;
export type Erase = (typeof ERASES)[number];

export const syncAnswer = v.object({
  epoch: v.string(),
  serverTimeMs: v.number(),
  /** Of the ops that were pushed, in their order. */
  results: v.array(opResult),
  /** Of the ops that were carried, in their order. */
  carriedResults: v.optional(v.array(opResult)),
  /** All scopes that the person may read now, with their role in each. */
  scopes: v.array(v.object({
    scope: scopeId,
    roles: v.array(v.picklist(GRANT_ROLES)),
    /** How many ops the scope has, and the chain hash at the last: a tablet that has all of them and another chain pulls the scope anew. */
    count: v.optional(count),
    chain: v.optional(hex64),
    home: v.optional(scopeHome),
  })),
  pages: v.array(page),
  more: v.boolean(),
  /** Purges after the request's `purges`: erase these ops, and files that only they named. */
  purged: v.optional(v.array(v.object({ scope: scopeId, n: count, ids: v.array(uuid) }))),
  /** Of the request's `held`: what is neither held nor in a log any more. It was forgotten with a restore, and is to be sent again. */
  notHeld: v.optional(v.array(uuid)),
  /** This device or person was revoked: erase what is here, once all is sent or without waiting for that. */
  erase: v.optional(v.picklist(ERASES)),
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
  /** By which two people can open this tablet if the password is forgotten; absent where the installation has none. */
  recoveryKey: v.optional(recoveryKey),
  /** Of all forms of the installation: another one than the tablet holds, and it asks for them. Absent: none are for this person. */
  formsHash: v.optional(v.string()),
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
