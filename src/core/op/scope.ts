import { isUuid } from '#core/ids.ts';

/**
 * A scope is the unit of authorization and of sync: `agency:<id>` holds what the agency may see,
 * `visit:<id>` what only the visit's team may see.
 */
export type ScopeKind = 'agency' | 'visit';
export type ScopeId = `${ScopeKind}:${string}`;

export const agencyScope = (agencyId: string): ScopeId => `agency:${agencyId}`;
export const visitScope = (visitId: string): ScopeId => `visit:${visitId}`;

const SCOPE = /^(?:agency|visit):(.+)$/;

export function isScopeId(text: string): text is ScopeId {
  return isUuid(SCOPE.exec(text)?.[1] ?? '');
}

export function scopeKind(scope: ScopeId): ScopeKind {
  return scope.startsWith('agency:') ? 'agency' : 'visit';
}

/** The id behind the kind: of the agency or of the visit. */
export function scopeSubject(scope: ScopeId): string {
  return scope.slice(scope.indexOf(':') + 1);
}
