import { expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { draftFindingsOf, publishBlocks } from '#core/finding/draftFinding.ts';
import { publicationStatusOf } from '#core/finding/publication.ts';
import { addOps, emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import { scopeKind, type ScopeId } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { interviewsOf } from '#core/visit/interview.ts';
import { observationsOf } from '#core/visit/observation.ts';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { DEMO_PASSWORD } from '#core/people/judgePassword.ts';
import { DEMO_NAMES, DEMO_PEOPLE } from '#server/demo/demoPeople.ts';
import { fillDemo } from '#server/demo/fillDemo.ts';
import { deriveSignInKey } from '#server/auth/deriveSignInKey.ts';
import { matchesSignInHash } from '#server/auth/signInHash.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { setUpStore } from '#server/store/setUpStore.ts';
import type { Store } from '#server/store/store.ts';
import { handleSync } from '#server/sync/handleSync.ts';
import { fixedIds } from '#test/server/builders/serverWorld.ts';

// Real derivations, files and thousands of ops: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

async function demo(store: Store = createMemoryStore()) {
  const ids = fixedIds();
  const { installationId } = await setUpStore(store, () => newUuid(ids));
  const deps = { store, nowMs: ids.nowMs, macKey: new Uint8Array(32) };
  expect(await fillDemo(deps, installationId, ids.randomBytes)).toBe(true);
  const accounts = await store.transaction((tx) => tx.people.accounts());
  return {
    store, deps, ids, installationId, accounts,
    /** What a person of the demo sees, by scope. */
    async statesFor(email: string): Promise<ReadonlyMap<ScopeId, ScopeState>> {
      const userId = accounts.find((account) => account.email === email)?.id ?? '';
      const { pages } = await handleSync(deps, { userId }, { ops: [], commands: [], cursors: {}, epoch: '' });
      return new Map(pages.map((page) => [page.scope, addOps(emptyScopeState, page.ops.map(unpackOp))]));
    },
  };
}

test('every op of the demo is taken by the ordinary door, on SQLite too', async () => {
  for (const store of [createMemoryStore(), await openSqliteStore(':memory:', 0)]) {
    await demo(store);
    await store.transaction(async (tx) => {
      expect(await tx.ops.quarantined()).toEqual([]);
      expect(await tx.ops.heldOps()).toEqual([]);
      expect(await tx.ops.alarms()).toEqual([]);
    });
  }
});

test('the demo shows a running visit: agreeing and differing ratings, an interview with its notice, a draft and two states', async () => {
  const { statesFor, accounts } = await demo();
  const states = await statesFor('marta@cotejo.example');
  const visits = [...states].filter(([scope]) => scopeKind(scope) === 'visit').map(([, state]) => state);
  const visit = visits.find((state) => interviewsOf(state).length > 0);
  if (!visit) throw new Error('no visit with an interview');
  const results = [...ratingsByStandard(visit).values()].filter((ratings) => ratings.length === 2).map((ratings) => new Set(ratings.map(({ result }) => result)).size);
  expect(results.sort((a, b) => a - b)).toEqual([1, 1, 2]);
  expect(observationsOf(visit).map(({ code }) => code).sort()).toEqual(['O-DW-001', 'O-MI-001']);
  expect(interviewsOf(visit)[0]).toMatchObject({ code: 'E-DW-01', consent: 'tacit' });
  const drafts = draftFindingsOf(visit);
  expect(drafts.map((draft) => `${draft.code} ${publicationStatusOf(visit, draft)}`).sort())
    .toEqual(['H-DW-001 draft', 'H-MI-001 published', 'H-MI-002 published']);
  const mine = drafts.filter((draft) => draft.code.startsWith('H-MI'));
  expect(mine.flatMap((draft) => publishBlocks(draft, true))).toEqual([]);
  expect(accounts.map(({ demo: isDemo }) => isDemo)).toEqual(DEMO_NAMES.map(() => true));
});

test('each manager of the demo sees their own agency and nothing else', async () => {
  const { statesFor } = await demo();
  const seen = async (email: string) => {
    const states = await statesFor(email);
    expect([...states.keys()].map(scopeKind)).toEqual(['agency']);
    return [...states.values()].flatMap((state) => agencyFindingsOf(state).map(({ code, state: at }) => `${code} ${at.kind === 'state' ? at.value : 'conflict'}`)).sort();
  };
  expect(await seen('lucia@cotejo.example')).toEqual(['H-MI-001 in_progress', 'H-MI-002 evidence_submitted']);
  expect(await seen('oscar@cotejo.example')).toEqual(['H-MI-003 published']);
});

test('the printed password opens every account of the demo', async () => {
  const { accounts, installationId } = await demo();
  expect(accounts.map(({ email }) => email).sort()).toEqual(Object.values(DEMO_PEOPLE).map(({ email }) => email).sort());
  for (const { id, signInHash } of accounts) {
    expect(await matchesSignInHash(signInHash, await deriveSignInKey(DEMO_PASSWORD, installationId, id))).toBe(true);
  }
});

test('a store that has anybody in it is never filled', async () => {
  const { deps, installationId, ids } = await demo();
  expect(await fillDemo(deps, installationId, ids.randomBytes)).toBe(false);
});
