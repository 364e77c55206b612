import { expect, test } from 'vitest';
import { readText } from '#core/op/readField.ts';
import { entityOf } from '#core/op/scopeState.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { aDraft, anUnlocked, noted, SCOPE } from './anUnlocked.ts';

const textOf = (unlocked: Unlocked, id: string) => readText(entityOf(unlocked.replica.state(SCOPE), 'observation', id), 'text');

test('[L1] words that a screen hands over while an earlier save is running are kept by the lock', async () => {
  const { unlocked, again } = await anUnlocked();
  const id = anId();
  const leaving = unlocked.workspace.seal(noted(id, 'uno')).then(() => unlocked.workspace.seal(noted(id, 'uno dos')));
  await unlocked.lock();
  expect((await leaving).ok).toBe(true);
  expect(textOf(await again(), id)).toEqual({ text: 'uno dos', conflict: false });
});

test('[L14] after the lock nothing is written any more, and the database stays closed', async () => {
  const { unlocked, again } = await anUnlocked();
  const id = anId();
  await unlocked.lock();
  expect((await unlocked.workspace.seal(noted(id, 'tarde'))).ok).toBe(false);
  expect((await unlocked.workspace.drafts.put(aDraft(id, 'tarde'))).ok).toBe(false);
  expect((await unlocked.files.store(SCOPE, 'a'.repeat(64), new Uint8Array(3), 'done').catch(() => ({ ok: false }))).ok).toBe(false);
  expect(entityOf((await again()).replica.state(SCOPE), 'observation', id)).toBeUndefined();
});

test('[L11] a second window seals no draft and writes nothing until it takes over, and then begins from what the first one wrote', async () => {
  const { unlocked: first, again } = await anUnlocked();
  const [draft, record] = [anId(), anId()];
  await first.workspace.drafts.put(aDraft(draft, 'a medias'));
  const second = await again();
  expect(second.writer.held()).toBe(false);
  expect(second.replica.outbox()).toEqual([]);
  expect(await second.workspace.seal(noted(record, 'no'))).toEqual({ ok: false, error: { type: 'other-window' } });
  await first.workspace.seal(noted(record, 'del primero'));
  const third = await second.takeOver();
  expect(textOf(third, record).text).toBe('del primero');
  expect(textOf(third, draft).text).toBe('a medias');
  expect(await first.workspace.seal(noted(record, 'no'))).toEqual({ ok: false, error: { type: 'other-window' } });
});
