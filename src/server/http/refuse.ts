import type { FastifyReply } from 'fastify';
import type { ApiError } from '#core/protocol/wire.ts';

const REFUSALS = {
  'malformed': [400, 'The request is not in the form that the API takes.'],
  'not-signed-in': [401, 'There is no session, or it has ended.'],
  'other-person': [401, 'The session of this browser belongs to somebody else; sign in again.'],
  'wrong-credentials': [401, 'The e-mail or the password is wrong.'],
  'wrong-origin': [403, 'The request comes from another site.'],
  'wrong-password': [403, 'The old password is wrong.'],
  'disabled': [403, 'This account is closed. Ask your administrator.'],
  'revoked': [403, 'This device was taken back. It may send what it has, and is given nothing.'],
  'not-allowed': [403, 'Your role does not allow this here.'],
  'code-unknown': [404, 'No invitation has this code.'],
  'not-found': [404, 'There is nothing here for you.'],
  'recovery-key-unknown': [409, 'This server does not know that recovery key.'],
  'too-many-requests': [409, 'This person has open requests already.'],
  'email-taken': [409, 'Somebody with this e-mail has an account already.'],
  'already-invited': [409, 'Somebody with this e-mail has an open invitation; revoke it first.'],
  'code-taken': [409, 'Another person has this code.'],
  'device-unknown': [409, 'This device is not registered here; register it and send again.'],
  'device-taken': [409, 'This device id is registered with another key or person.'],
  'code-used': [410, 'This code has been used.'],
  'code-expired': [410, 'This code was valid for seven days.'],
  'last-admin': [409, 'The installation needs an administrator: make another one first.'],
  'still-granted': [409, 'The person still has agencies or visits in their present role; hand these over first.'],
  'still-refused': [409, 'Its author is not proved, or may still not write this: it stays in the quarantine.'],
  'does-not-fit': [409, 'The account of this person does not fit, is closed, or the visit belongs to another agency.'],
  'too-large': [413, 'The request is larger than the API takes.'],
  'unsupported-media-type': [415, 'The API does not take this content type or encoding.'],
  'chunk-out-of-range': [400, 'A file of so many chunks has none with this number.'],
  'empty': [400, 'A chunk has at least one byte.'],
  'wrong-length': [422, 'Every chunk but the last is exactly 1 MiB long.'],
  'file-kind': [422, 'This kind of file is not kept here: photos, audio, PDF, Word, Excel and plain text are.'],
  'hashes-wanted': [422, 'The signature does not fit; send the batch again with its list of hashes.'],
  'hash-mismatch': [422, 'The bytes do not have the hash that they are named by; send them again.'],
  'not-a-key': [422, 'This is not a P-256 public key.'],
  'unavailable': [503, 'The server cannot store or read now; nothing was changed. Try again shortly.'],
  'wait': [429, 'Too many tries; wait as long as Retry-After says.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** Answers with an error that the tablet can translate. */
export function refuse(reply: FastifyReply, code: RefusalCode): FastifyReply {
  const [status, message] = REFUSALS[code];
  const body: ApiError = { code, message };
  return reply.code(status).send(body);
}
