import { expect, test } from 'vitest';
import { createGate, type Gate } from '#server/auth/gate.ts';
import { signIn } from '#server/auth/signIn.ts';
import { hashSignInKey } from '#server/auth/signInHash.ts';
import { serverWorld } from '#test/server/builders/serverWorld.ts';

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

const FROM = { ip: '203.0.113.7', device: undefined };

test('[S22] an unknown e-mail costs one full check of a hash, as a known one does', async () => {
  const { store, ids } = await serverWorld();
  const nobodysHash = await hashSignInKey('00'.repeat(32));
  let checks = 0;
  const gate: Gate = { isFull: () => false, run: (work) => { checks += 1; return work(); } };
  const deps = { store, gate, nobodysHash, nowMs: ids.nowMs, randomBytes: ids.randomBytes };
  for (const email of ['nadie@example.org', 'marta@example.org']) {
    checks = 0;
    expect(await signIn(deps, email, 'ff'.repeat(32), FROM)).toEqual({ ok: false, error: { type: 'wrong-credentials' } });
    expect(checks).toBe(1);
  }
  const key = await signIn(deps, 'otra@example.org', '00'.repeat(32), FROM);
  expect(key.ok).toBe(false);
});

test('[S22] at most two keys are checked at once, in order, and a failing check lets the next one in', async () => {
  const gate = createGate(2, 3);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const works = [1, 2, 3, 4, 5].map((n) => gate.run(async () => {
    most = Math.max(most, ++running);
    await turn();
    running -= 1;
    order.push(n);
    if (n === 1) throw new Error('broken');
    return n;
  }));
  expect(gate.isFull()).toBe(true);
  const settled = await Promise.allSettled(works);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', ...Array.from({ length: 4 }, () => 'fulfilled')]);
  expect([most, order, gate.isFull()]).toEqual([2, [1, 2, 3, 4, 5], false]);
});
