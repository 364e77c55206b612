import type { OutboxEntry } from './logStore.ts';
import type { ScopeRoles } from './provisionalScopes.ts';

/** The entries that have nothing to do with these scopes, whole seals only: what was written together arrives together. */
export function outsideOf(scopes: ScopeRoles, outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  if (scopes.size === 0) return outbox;
  const waits = new Set(outbox.flatMap(({ op, seal }) => (scopes.has(op.scope) ? [seal] : [])));
  return outbox.filter(({ seal }) => !waits.has(seal));
}
