import { isUuid } from '#core/ids.ts';
import type { GrantRole } from '#core/people/role.ts';
import { err, ok, type Result } from '#core/result.ts';
import { fieldRuleOf, ruleOf, type KeyRule } from './catalogue.ts';
import { fitOf } from './fieldType.ts';
import type { Op } from './op.ts';
import { isScopeId, scopeKind, scopeSubject } from './scope.ts';

export type WriteRefusal =
  | { readonly type: 'unknown-scope' }
  /** The author has no role in the scope. */
  | { readonly type: 'no-grant' }
  /** The author's roles may not write this field. */
  | { readonly type: 'not-allowed'; readonly field: string }
  /** The key does not name the author, or not what it must. */
  | { readonly type: 'wrong-key' }
  | { readonly type: 'invalid-value'; readonly field: string }
  | { readonly type: 'nothing-set' };

/** `held`: well-formed, of a build newer than this one: kept and not delivered until a build knows it. */
export type WriteVerdict = 'accepted' | 'held';

/** What a write is judged by: never by the values of other records, never by what arrived before. */
export type WriteAttempt = Pick<Op, 'id' | 'v' | 'scope' | 'entity' | 'entityId' | 'set' | 'actor'>;

/**
 * Whether an author with these roles in the op's scope may write it: by role, entity and field. The same function on
 * tablet and server; order of arrival cannot change the answer.
 */
export function checkWrite(op: WriteAttempt, roles: ReadonlySet<GrantRole>, knownVersion: number): Result<WriteVerdict, WriteRefusal> {
  if (!isScopeId(op.scope)) return err({ type: 'unknown-scope' });
  if (roles.size === 0) return err({ type: 'no-grant' });
  const names = Object.keys(op.set);
  if (names.length === 0) return err({ type: 'nothing-set' });
  const rule = ruleOf(scopeKind(op.scope), op.entity);
  if (!rule) return ok('held');
  if (!keyFits(rule.key, op)) return err({ type: 'wrong-key' });

  let held = op.v > knownVersion;
  for (const field of names) {
    const fieldRule = fieldRuleOf(rule, field);
    if (!fieldRule) {
      held = true;
      continue;
    }
    if (!fieldRule.writers.some((role) => roles.has(role))) return err({ type: 'not-allowed', field });
    const fit = fitOf(fieldRule.type, op.set[field] ?? null);
    if (fit === 'unfit') return err({ type: 'invalid-value', field });
    if (fit === 'unknown-value') held = true;
  }
  return ok(held ? 'held' : 'accepted');
}

function keyFits(key: KeyRule, op: WriteAttempt): boolean {
  const parts = op.entityId.split('/');
  switch (key) {
    case 'subject': return op.entityId === scopeSubject(op.scope);
    case 'uuid': return isUuid(op.entityId);
    case 'op': return op.entityId === op.id;
    case 'own': return parts.length === 2 && isUuid(parts[0] ?? '') && parts[1] === op.actor;
    case 'standard': return parts.length === 2 && parts.every((part) => part !== '');
    case 'standard-own': return parts.length === 3 && parts.every((part) => part !== '') && parts[2] === op.actor;
  }
}
