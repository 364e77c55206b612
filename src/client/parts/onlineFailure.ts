import type { ApiFailure } from '#client/sync/request.ts';

const KNOWN = [
  'not-allowed', 'not-found', 'email-taken', 'last-admin', 'still-granted', 'does-not-fit', 'still-refused', 'revoked',
] as const;
/** Why an act that needs the network did not come about: a key of `online:failure`. */
export type OnlineFailure = 'noNetwork' | 'captivePortal' | 'signedOut' | 'wait' | 'server' | (typeof KNOWN)[number];

export function onlineFailure(failure: ApiFailure): OnlineFailure {
  switch (failure.type) {
    case 'unreachable': return 'noNetwork';
    case 'captive-portal': return 'captivePortal';
    case 'unauthorized': return 'signedOut';
    case 'too-many': return 'wait';
    case 'server': return 'server';
    case 'refused': return KNOWN.find((code) => code === failure.code) ?? 'server';
  }
}
