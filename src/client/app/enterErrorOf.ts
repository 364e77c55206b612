import type { EnterError } from '#client/parts/enterError.ts';
import type { JoinError } from '#client/parts/joinError.ts';
import type { ApiFailure } from '#client/sync/request.ts';

/** What the server's no means at the door. */
export function enterErrorOf(failure: ApiFailure): EnterError {
  switch (failure.type) {
    case 'unauthorized': return { type: 'wrong' };
    case 'too-many': return { type: 'too-many', waitSeconds: failure.retryAfterSeconds };
    case 'unreachable': return { type: 'unreachable' };
    case 'captive-portal': return { type: 'captive-portal' };
    case 'refused': return failure.code === 'disabled' ? { type: 'closed' } : { type: 'server' };
    case 'server': return { type: 'server' };
  }
}

/** The same for who comes with a code. */
export function joinErrorOf(failure: ApiFailure): JoinError {
  if (failure.type !== 'refused') return enterErrorOf(failure);
  switch (failure.code) {
    case 'code-unknown':
    case 'code-used':
    case 'code-expired': return { type: failure.code };
    default: return enterErrorOf(failure);
  }
}
