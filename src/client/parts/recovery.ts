import type { JoinError } from './joinError.ts';

/** How a locked tablet stands with a forgotten password. */
export type RecoveryStanding =
  /** It never met a recovery key. */
  | { readonly type: 'impossible' }
  | { readonly type: 'possible' }
  /** `code`: what the person reads out to whoever answers. */
  | { readonly type: 'asked'; readonly code: string };

/** `not-for-here`: an answer that does not open what is on this tablet. */
export type RecoveryLook = 'waiting' | 'refused' | 'expired' | 'answered' | 'not-for-here';

export type RecoverError =
  | JoinError
  /** The server does not know the key that this tablet was sealed to. */
  | { readonly type: 'key-unknown' }
  | { readonly type: 'too-many-requests' };
