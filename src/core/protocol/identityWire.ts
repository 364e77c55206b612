import * as v from 'valibot';
import { isUuid } from '#core/ids.ts';
import { PERSON_CODE } from '#core/people/proposeCode.ts';
import { ACCOUNT_ROLES } from '#core/people/role.ts';

/** How long an invitation may be used. */
export const INVITATION_DAYS = 7;

const uuid = v.pipe(v.string(), v.check(isUuid, 'not a UUID'));
const hex64 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const typedCode = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const email = v.pipe(v.string(), v.trim(), v.maxLength(300), v.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/));
const role = v.picklist(ACCOUNT_ROLES);
const ms = v.pipe(v.number(), v.safeInteger());

/** Whether a text can be an e-mail: one @, a dot behind it, no space. Whether it is one shows when somebody answers. */
export const isEmail = (text: string): boolean => v.is(email, text);

/** `POST /api/admin/invitations`. */
export const invitationRequest = v.strictObject({ role, name: personName, email, code: v.pipe(v.string(), v.regex(PERSON_CODE)) });
export type InvitationRequest = v.InferOutput<typeof invitationRequest>;

/** The one time that the server says a code. */
export const invitationMade = v.object({ id: uuid, joinCode: v.string(), expiresAtMs: ms });
export type InvitationMade = v.InferOutput<typeof invitationMade>;

/** `join`: a person who has no account yet. `reset`: somebody who sets a new password. */
const purpose = v.picklist(['join', 'reset']);
export type InvitationPurpose = v.InferOutput<typeof purpose>;

const openInvitation = v.object({ id: uuid, purpose, role, name: v.string(), email: v.string(), code: v.string(), invitedBy: v.string(), expiresAtMs: ms });

/** `GET /api/admin/invitations`: those that may still be used; an administrator sees all, a team leader their own. */
export const invitationList = v.object({
  invitations: v.array(openInvitation),
  /** Of accounts and open invitations: what can no longer be given. */
  takenCodes: v.array(v.string()),
});
export type InvitationList = v.InferOutput<typeof invitationList>;

/** `POST /api/join/look`: the code in a body, never in an address. */
export const joinCodeRequest = v.strictObject({ joinCode: typedCode });

/** Whom a code lets in, and what the derivation of their keys needs. */
export const whoJoins = v.object({ purpose, installationId: uuid, userId: uuid, role, name: v.string(), email: v.string(), code: v.string(), invitedBy: v.string(), expiresAtMs: ms });
export type WhoJoins = v.InferOutput<typeof whoJoins>;

/** `POST /api/join`: uses the code up; answers 204 with a session. */
export const joinRequest = v.strictObject({ joinCode: typedCode, name: personName, signInKey: hex64 });

/** `POST /api/password`: the old key proves who asks. */
export const passwordRequest = v.strictObject({ oldKey: hex64, newKey: hex64, endOtherSessions: v.boolean() });

/** base64url, without padding. */
const base64url = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.regex(/^[A-Za-z0-9_-]+$/));
/** P-256, SPKI. */
const publicKey = base64url(200);

/** Bytes that only one key opens: ECDH P-256 with a fresh key, HKDF-SHA-256 (info = context), AES-256-GCM: iv ‖ ciphertext ‖ tag. */
export const sealedBox = v.strictObject({ ephemeral: publicKey, box: base64url(4_000) });
export type SealedBox = v.InferOutput<typeof sealedBox>;

/** The installation's recovery key: its public half, and the eight symbols that name it. */
export const recoveryKey = v.object({ id: v.string(), publicKey });
export type RecoveryKey = v.InferOutput<typeof recoveryKey>;

/** How long a request for recovery may be answered, and its answer be fetched. */
export const RECOVERY_DAYS = 7;

/** `POST /api/recovery`: from a locked tablet. Made by the tablet whole, so that a lost answer repeats it. */
export const recoveryRequest = v.strictObject({
  id: uuid,
  userId: uuid,
  device: uuid,
  /** The recovery key that the data key was sealed to: not always the newest. */
  keyId: v.pipe(v.string(), v.regex(/^[0-9A-Z]{8}$/)),
  sealed: sealedBox,
  /** The answer is sealed to it; its private half cannot leave the tablet. */
  answerKey: publicKey,
  /** SHA-256 of what the tablet proves itself with when it asks for the answer. */
  tokenHash: hex64,
});
export type RecoveryRequest = v.InferOutput<typeof recoveryRequest>;

/** `POST /api/recovery/:id`. */
export const recoveryLook = v.strictObject({ token: base64url(100) });
export const recoveryState = v.variant('state', [
  v.object({ state: v.picklist(['waiting', 'refused', 'expired']) }),
  v.object({ state: v.literal('answered'), sealed: sealedBox }),
]);
export type RecoveryState = v.InferOutput<typeof recoveryState>;

/** What an answer's box holds. */
export const recoveryAnswer = v.object({ dataKey: base64url(60), joinCode: v.string() });
export type RecoveryAnswer = v.InferOutput<typeof recoveryAnswer>;

/** `GET /api/admin/recovery-requests`: those that wait, oldest first. */
export const recoveryList = v.object({
  requests: v.array(v.object({ id: uuid, code: v.string(), name: v.string(), email: v.string(), keyId: v.string(), askedAtMs: ms, expiresAtMs: ms })),
});
export type RecoveryList = v.InferOutput<typeof recoveryList>;
