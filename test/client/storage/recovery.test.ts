import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { recoverOnline } from '#client/app/recoverOnline.ts';
import { listAccounts, type KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { readText } from '#core/op/readField.ts';
import { err, ok } from '#core/result.ts';
import { createGate } from '#server/auth/gate.ts';
import { join } from '#server/invitations/join.ts';
import { askRecovery, recoveryStateOf, refuseRecovery, waitingRequests } from '#server/recovery/askRecovery.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { account } from '#test/server/builders/storeRows.ts';
import { aRecoveryServer } from '#test/server/recovery/recoveryWorld.ts';
import { anUnlocked, noted, SCOPE, testKeys } from './anUnlocked.ts';

const FROM = { ip: '127.0.0.1', device: undefined };

/** Marta's locked tablet with an unsynced note, and the real server behind it; only the wire between them is missing. */
async function aForgottenPassword({ withKey = true } = {}) {
  const server = aRecoveryServer();
  const made = withKey ? await server.makeKey() : undefined;
  const { unlocked } = await anUnlocked('olvidada', made && { id: made.key.id, publicKey: made.key.publicKey });
  const note = anId();
  await unlocked.workspace.seal(noted(note, 'Sólo existe aquí'));
  await unlocked.lock();
  const known = (await listAccounts()).find(({ userId }) => userId === unlocked.account.userId);
  if (!known) throw new Error('nobody is known');
  const { store, nowMs } = server.deps;
  await store.transaction((tx) => tx.people.addAccount(account(1, { id: known.userId, email: known.email })));

  const wire = { cut: false, loseAnswers: 0 };
  const over = async <T>(call: () => Promise<T>) => {
    if (wire.cut) return err({ type: 'unreachable' } as const);
    const answer = await call();
    if (wire.loseAnswers === 0) return answer;
    wire.loseAnswers -= 1;
    return err({ type: 'unreachable' } as const);
  };
  const refusedAs = (code: string, status = 409) => err({ type: 'refused', status, code } as const);
  const joined: string[] = [];
  const parts = {
    deriveKeys: async (password: string) => testKeys(password),
    api: { signIn: async (_email: string, key: string) => (joined.includes(key) ? ok(undefined) : err({ type: 'unauthorized', code: '' } as const)) },
    identity: () => ({
      askRecovery: (request: Parameters<typeof askRecovery>[1]) => over(async () => {
        const asked = await askRecovery(store, request, nowMs(), FROM);
        return asked.ok ? asked : refusedAs(asked.error.type);
      }),
      lookRecovery: (id: string, token: string) => over(async () => {
        const state = await store.transaction((tx) => recoveryStateOf(tx, id, token, nowMs()));
        return state ? ok(state) : refusedAs('not-found', 404);
      }),
      join: (joinCode: string, name: string, signInKey: string) => over(async () => {
        const done = await join({ ...server.deps, gate: createGate(1, 1) }, { joinCode, name, signInKey }, FROM);
        if (!done.ok) return refusedAs(done.error.type, 410);
        joined.push(signInKey);
        return ok(undefined);
      }),
    }),
  };
  const waitingCode = async (): Promise<string> => (await store.transaction((tx) => waitingRequests(tx, nowMs())))[0]?.code ?? '';
  const recovery = (of: KnownAccount = known) => recoverOnline(parts as never, of);
  const textOf = (open: Unlocked) => readText(entityOf(open.replica.state(SCOPE), 'observation', note), 'text').text;
  return { server, shares: made?.shares ?? ['', ''], wire, known, recovery, waitingCode, textOf, joined };
}

test('[A28] [A29] a forgotten password: two people answer, a new one is set, and the note that only this tablet has is there', async () => {
  const { server, shares, recovery, waitingCode, textOf, joined } = await aForgottenPassword();
  const here = recovery();
  expect(await here.standing()).toEqual(ok({ type: 'possible' }));
  const asked = await here.ask();
  const code = await waitingCode();
  expect(asked).toEqual(ok({ code }));
  expect(await here.look()).toEqual(ok('waiting'));

  expect(await server.recover('--request', code.toLowerCase(), '--share', shares[0], '--share', shares[1])).toBe(0);
  // After a restart of the tablet.
  const again = recovery();
  expect(await again.standing()).toEqual(ok({ type: 'asked', code }));
  expect(await again.look()).toEqual(ok('answered'));
  const opened = await again.finish('la nueva');
  if (!opened.ok) throw new Error(opened.error.type);
  expect(textOf(opened.value)).toBe('Sólo existe aquí');
  expect(opened.value.replica.outbox()).toHaveLength(1);
  expect(joined).toEqual(['la nueva']);
  expect(opened.value.signInKey).toBe('la nueva');
  await opened.value.lock();
  expect(await recovery().standing()).toEqual(ok({ type: 'possible' }));
});

test('[A29] both names stand in the audit log, also of those whose shares did not open', async () => {
  const { server, shares, recovery, waitingCode } = await aForgottenPassword();
  await recovery().ask();
  const code = await waitingCode();
  expect(await server.recover('--request', code, '--share', shares[0], '--share', shares[0])).toBe(1);
  expect(await server.recover('--request', code, '--share', shares[0], '--share', shares[1])).toBe(0);
  const entries = await server.deps.store.transaction((tx) => tx.audit.inOrder(0, 100));
  const told = entries.filter(({ action }) => action.startsWith('recovery')).map(({ action, detail }) => [action, JSON.parse(detail).holders]);
  expect(told).toEqual([
    ['recovery-key-made', ['Ana Belmonte', 'Beto Ruiz']], ['recovery-asked', undefined], ['recovery-failed', ['Ana Belmonte', 'Ana Belmonte']],
    ['recovery-answered', ['Ana Belmonte', 'Beto Ruiz']],
  ]);
});

test('a tablet that never met a recovery key says so, and nothing is asked', async () => {
  const { recovery, server } = await aForgottenPassword({ withKey: false });
  expect(await recovery().standing()).toEqual(ok({ type: 'impossible' }));
  expect((await recovery().ask()).ok).toBe(false);
  expect(await server.deps.store.transaction((tx) => tx.recovery.current(0))).toEqual([]);
});

test('[A29] a request that was lost on the way, or forgotten by a restored server, is sent again as it was', async () => {
  const { wire, recovery, waitingCode } = await aForgottenPassword();
  wire.cut = true;
  expect(await recovery().ask()).toEqual(err({ type: 'unreachable' }));
  wire.cut = false;
  expect(await recovery().look()).toEqual(ok('waiting'));
  expect(await recovery().standing()).toEqual(ok({ type: 'asked', code: await waitingCode() }));
});

test('[A29] when the answer to the new password is lost, trying again goes on; the tablet opens by the new one meanwhile', async () => {
  const { server, shares, wire, recovery, waitingCode, textOf } = await aForgottenPassword();
  const here = recovery();
  await here.ask();
  await server.recover('--request', await waitingCode(), '--share', shares[0], '--share', shares[1]);
  await here.look();
  wire.loseAnswers = 1;
  const opened = await here.finish('la nueva');
  if (!opened.ok) throw new Error(opened.error.type);
  expect(textOf(opened.value)).toBe('Sólo existe aquí');
});

test('[A29] a refused and an expired request are said, and another can be made', async () => {
  const { server, recovery } = await aForgottenPassword();
  const { store, nowMs } = server.deps;
  await recovery().ask();
  const [first] = await store.transaction((tx) => tx.recovery.current(0));
  await refuseRecovery(store, { userId: 'ana', from: FROM }, first?.id ?? '', nowMs());
  expect(await recovery().look()).toEqual(ok('refused'));
  await recovery().forget();
  await recovery().ask();
  server.clock.nowMs += 7 * 24 * 60 * 60 * 1000;
  expect(await recovery().look()).toEqual(ok('expired'));
});

test('[A28] after the key was replaced the tablet asks with the earlier one, whose shares still open it', async () => {
  const { server, shares, recovery, waitingCode } = await aForgottenPassword();
  const next = await server.makeKey('next');
  await recovery().ask();
  const code = await waitingCode();
  expect(await server.recover('--request', code, '--share', next.shares[0], '--share', next.shares[1])).toBe(1);
  expect(server.errors.join('\n')).toContain('estas partes son de la clave');
  expect(await server.recover('--request', code, '--share', shares[0], '--share', shares[1])).toBe(0);
  expect(await recovery().look()).toEqual(ok('answered'));
});
