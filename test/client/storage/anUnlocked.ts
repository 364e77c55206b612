import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { createAccount } from '#client/storage/people/unlock.ts';
import type { RecoveryKey } from '#core/protocol/identityWire.ts';
import { visitScope } from '#core/op/scope.ts';
import { anId } from '#test/builders/opBuilder.ts';

/** The browser's locks as far as the writer's needs them: one holder a name, who may be robbed. */
export function aLockManager(): Pick<LockManager, 'request'> {
  const robbed = new Map<string, () => void>();
  const request = (name: string, options: LockOptions, work: (lock: Lock | null) => unknown): Promise<unknown> => {
    if (options.ifAvailable && robbed.has(name)) return Promise.resolve(work(null));
    robbed.get(name)?.();
    let rob: () => void = () => undefined;
    const stolen = new Promise<never>((_, failed) => {
      rob = () => failed(new DOMException('stolen', 'AbortError'));
    });
    robbed.set(name, rob);
    const held = async (): Promise<unknown> => {
      const value = await work({ name, mode: 'exclusive' });
      if (robbed.get(name) === rob) robbed.delete(name);
      return value;
    };
    return Promise.race([held(), stolen]);
  };
  return { request: request as LockManager['request'] };
}

export const VISIT = anId();
export const SCOPE = visitScope(VISIT);

/** Keys as Argon2id and HKDF would make them, at once: the sign-in key is the password itself. */
export async function testKeys(password: string): Promise<DerivedKeys> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(password));
  return { signInKey: password, wrapKey: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey']) };
}

/** Marta, signed in for the first time on this tablet, over a real (fake) IndexedDB. `again`: another window. */
export async function anUnlocked(password = 'cuatro palabras sin sentido', recoveryKey?: RecoveryKey): Promise<{ unlocked: Unlocked; again: () => Promise<Unlocked> }> {
  vi.stubGlobal('navigator', { locks: aLockManager() });
  const params = { installationId: anId(), userId: anId() };
  const keys = await testKeys(password);
  const person = { id: params.userId, name: 'Marta', code: 'MI', role: 'team_leader' } as const;
  const me = { person, email: 'marta@cotejo.example', installationId: params.installationId, people: [person], editions: [], ...(recoveryKey ? { recoveryKey } : {}) };
  const open = async (): Promise<Unlocked> => {
    const opened = await createAccount({ params, keys, me });
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  const unlocked = await open();
  await unlocked.replica.receive({ epoch: 'e1', serverTimeMs: 0, results: [], scopes: [{ scope: SCOPE, roles: ['team_leader'] }], pages: [], more: false });
  return { unlocked, again: open };
}

export const aDraft = (entityId: string, value: string) => ({ key: `k|${entityId}`, scope: SCOPE, entity: 'observation', entityId, field: 'text', value, also: {}, base: [], startedAtMs: 0 });

export const noted = (entityId: string, text: string) => [{ scope: SCOPE, entity: 'observation', entityId, set: { text } }];

