import type { ApiFailure } from '#client/sync/request.ts';

export type FailureKind = 'noNetwork' | 'captivePortal' | 'signedOut' | 'notAllowed' | 'wait' | 'server' | 'emailTaken' | 'alreadyInvited' | 'codeTaken' | 'gone';

/** What a person can do about the server's no. */
export function failureKind(failure: ApiFailure): FailureKind {
  switch (failure.type) {
    case 'unreachable': return 'noNetwork';
    case 'captive-portal': return 'captivePortal';
    case 'unauthorized': return 'signedOut';
    case 'too-many': return 'wait';
    case 'server': return 'server';
    case 'refused': return BY_CODE[failure.code] ?? 'server';
  }
}

const BY_CODE: Readonly<Record<string, FailureKind>> = {
  'not-allowed': 'notAllowed', 'email-taken': 'emailTaken', 'already-invited': 'alreadyInvited', 'code-taken': 'codeTaken', 'not-found': 'gone',
};
