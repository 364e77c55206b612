import { afterEach, expect, test, vi } from 'vitest';
import { agencyScope } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { err, ok } from '#core/result.ts';
import { fetchVisitKeys } from '#client/sync/fetchVisitKeys.ts';
import { AGENCY, anId } from '#test/builders/opBuilder.ts';
import { anUnlocked, SCOPE } from '#test/client/storage/anUnlocked.ts';

afterEach(() => vi.unstubAllGlobals());

const key = { id: anId(), key: 'A'.repeat(43) };
const scopes = (role: GrantRole) => ({ scopes: () => new Map([[SCOPE, new Set([role])], [agencyScope(AGENCY), new Set<GrantRole>(['team_leader'])]]) });

test('the keys of a visit are here after the next unlock, encrypted', async () => {
  const { unlocked, again } = await anUnlocked();
  expect(unlocked.visitKeys.newest(SCOPE)).toBeUndefined();
  const asked: string[] = [];
  await fetchVisitKeys(scopes('technical_advisor'), unlocked.visitKeys, { visitKeys: async (scope) => (asked.push(scope), ok([{ id: anId(), key: 'B'.repeat(43) }, key])) });
  expect(asked).toEqual([SCOPE]);
  await unlocked.lock();
  const reopened = await again();
  expect(reopened.visitKeys.newest(SCOPE)).toEqual(key);
  expect(reopened.visitKeys.byId(key.id)).toEqual(key);
  await reopened.lock();
});

test('who is not on the team asks for no key, and the keys of a visit that was left are forgotten', async () => {
  const { unlocked } = await anUnlocked();
  const given = { visitKeys: async () => ok([key]) };
  await fetchVisitKeys(scopes('team_leader'), unlocked.visitKeys, given);
  await fetchVisitKeys(scopes('regional_manager'), unlocked.visitKeys, given);
  expect(unlocked.visitKeys.byId(key.id)).toBeUndefined();
  await unlocked.lock();
});

test('a server that does not answer leaves the keys as they are', async () => {
  const { unlocked } = await anUnlocked();
  await fetchVisitKeys(scopes('team_leader'), unlocked.visitKeys, { visitKeys: async () => ok([key]) });
  const gone = await fetchVisitKeys(scopes('team_leader'), unlocked.visitKeys, { visitKeys: async () => err({ type: 'unreachable' }) });
  expect(gone).toEqual(err({ type: 'unreachable' }));
  expect(unlocked.visitKeys.newest(SCOPE)).toEqual(key);
  await unlocked.lock();
});
