import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstBrokenEntry } from '#server/audit/auditChain.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { AuditEntry } from '#server/store/auditTable.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import type { Store } from '#server/store/store.ts';
import { testApp } from '#test/server/builders/testApp.ts';

const ACTOR = '00000000-0000-4000-8000-000000000011';

async function withEntries(count: number) {
  const store = createMemoryStore();
  for (let n = 0; n < count; n++) {
    await store.transaction((tx) => recordAudit(tx, { action: 'sign-in', subject: `s${n}`, actor: ACTOR, atMs: n * 1000, detail: { n } }));
  }
  return store;
}
const broken = (store: Store) => store.transaction(firstBrokenEntry);

test('[A2] an act that fails leaves no entry, and the next entry follows the last one that stayed', async () => {
  const store = await withEntries(1);
  const failed = store.transaction(async (tx) => {
    await recordAudit(tx, { action: 'team-set', subject: 'x', actor: ACTOR, atMs: 0 });
    throw new Error('the power went');
  });
  await expect(failed).rejects.toThrow();
  await store.transaction((tx) => recordAudit(tx, { action: 'sign-out', subject: 'x', actor: ACTOR, atMs: 5_000 }));
  const entries = await store.transaction((tx) => tx.audit.inOrder(0, 9));
  expect(entries.map(({ seq, action }) => [seq, action])).toEqual([[1, 'sign-in'], [2, 'sign-out']]);
  expect(await broken(store)).toBeUndefined();
});

test('[A3] whatever is done to the log is found, and the first entry that does not follow is named', async () => {
  const kinds = fc.constantFrom('change', 'remove', 'swap', 'repeat', 'cut');
  await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 7 }), fc.nat(), kinds, fc.constantFrom('actor' as const, 'subject' as const, 'detail' as const, 'at' as const), async (count, pick, kind, field) => {
    const store = await withEntries(count);
    expect(await broken(store)).toBeUndefined();
    const { state } = store.snapshot();
    const at = kind === 'swap' ? pick % (count - 1) : pick % count;
    const log: AuditEntry[] = [...state.audit];
    const [entry, next] = [log[at], log[at + 1]];
    if (!entry) throw new Error('no entry');
    if (kind === 'change') log[at] = { ...entry, [field]: `${entry[field]}x` };
    if (kind === 'remove') log.splice(at, 1);
    if (kind === 'swap' && next) log.splice(at, 2, next, entry);
    if (kind === 'repeat') log.splice(at, 0, entry);
    if (kind === 'cut') log.splice(at);
    // What is cut off the end is found by the head, which a memory store reads from the log itself.
    if (kind === 'cut' || (kind === 'remove' && at === count - 1)) return;
    store.restore({ state: { ...state, audit: log } });
    expect(await broken(store)).toBe(kind === 'repeat' ? at + 2 : at + 1);
  }), { numRuns: 60 });
});

test('[A2] signing in and failing to are in the log, with where from, and without what was typed', async () => {
  const { call, signIn, world } = await testApp();
  await call({ method: 'POST', url: '/api/auth/sign-in', payload: { email: 'mi contraseña', signInKey: 'ff'.repeat(32) } });
  await call({ method: 'POST', url: '/api/auth/sign-in', payload: { email: 'marta@example.org', signInKey: 'ff'.repeat(32) } });
  await signIn('marta');
  const entries = await world.store.transaction((tx) => tx.audit.inOrder(0, 99));
  const marta = world.users.marta;
  expect(entries.filter(({ action }) => action.startsWith('sign-in')).map(({ action, actor, subject, ip }) => [action, actor, subject, ip])).toEqual([
    ['sign-in-failed', '', '', '127.0.0.1'], ['sign-in-failed', '', marta, '127.0.0.1'], ['sign-in', marta, marta, '127.0.0.1'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('contraseña');
});
