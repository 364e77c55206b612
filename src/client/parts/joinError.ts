import type { EnterError } from './enterError.ts';

/** Why a one-time code let nobody in. */
export type JoinError = EnterError | { readonly type: 'code-unknown' } | { readonly type: 'code-used' } | { readonly type: 'code-expired' };
