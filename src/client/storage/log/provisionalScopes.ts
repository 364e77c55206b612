import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { unreachable } from '#core/result.ts';
import type { OutboxEntry } from './logStore.ts';

export type ScopeRoles = ReadonlyMap<ScopeId, ReadonlySet<GrantRole>>;

/**
 * The roles that the server gave, and those that commands still in the outbox will give: an agency that was just created
 * can be worked on while its command travels. The server decides; what it refuses goes to the tray.
 * Gives `before` back where nothing changed, so that a screen that reads it is not drawn again.
 */
export function provisionalScopes(granted: ScopeRoles, outbox: readonly OutboxEntry[], me: string, before?: ScopeRoles): ScopeRoles {
  const roles = new Map([...granted].map(([scope, given]) => [scope, new Set(given)]));
  const give = (scope: ScopeId, role: GrantRole): void => void roles.set(scope, (roles.get(scope) ?? new Set()).add(role));
  for (const { command } of outbox) {
    if (!command) continue;
    switch (command.type) {
      case 'create-agency':
        give(agencyScope(command.agency), 'team_leader');
        break;
      case 'set-team':
        if (command.leader === me) give(visitScope(command.visit), 'team_leader');
        if (command.advisors.includes(me)) give(visitScope(command.visit), 'technical_advisor');
        break;
      case 'name-manager':
        break;
      default:
        unreachable(command);
    }
  }
  return before && sameRoles(before, roles) ? before : roles;
}

function sameRoles(a: ScopeRoles, b: ScopeRoles): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([scope, roles]) => {
    const other = b.get(scope);
    return other !== undefined && other.size === roles.size && [...roles].every((role) => other.has(role));
  });
}
