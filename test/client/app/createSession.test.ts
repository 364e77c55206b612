import { expect, test, vi } from 'vitest';
import { createSession } from '#client/app/createSession.ts';
import type { SessionParts } from '#client/app/sessionParts.ts';
import type { WhoJoins } from '#core/protocol/identityWire.ts';
import type { Erase } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { IdentityApi } from '#client/sync/identityApi.ts';
import { visitScope } from '#core/op/scope.ts';
import { makeFakeWorkspace, MARTA } from '#test/client/makeFakeWorkspace.ts';

const marta: KnownAccount = { userId: MARTA.id, installationId: 'i', email: 'marta@cotejo.example', name: MARTA.name, code: 'MI', lockedAtMs: undefined };

/** A tablet whose storage and server are only as real as a session needs; `said` is what happened, in order. */
function tablet({ known = [marta], ticket = false, waiting = 0, opensBy = 'right' }: { readonly known?: readonly KnownAccount[]; readonly ticket?: boolean; readonly waiting?: number; readonly opensBy?: string } = {}) {
  const said: string[] = [];
  let withdrawn: (erase: Erase) => void = () => undefined;
  const workspace = makeFakeWorkspace({});
  workspace.report({ waiting });
  const unlocked: Unlocked = {
    account: marta, workspace, replica: untouched, files: workspace.files, shelf: untouched, forms: untouched, visitKeys: untouched, signInKey: 'k', keychain: {} as Unlocked['keychain'], device: 'd', publicKey: 'p', sign: async () => '',
    writer: { held: () => true, takeOver: async () => undefined, release: () => undefined, subscribe: () => () => undefined },
    letter: () => '', saveLetter: async () => undefined, saveMe: async () => undefined, noteSynced: async () => undefined, noteSkew: () => undefined,
    writeReserve: async () => ok(undefined), reserveBytes: async () => 0,
    takeOver: async () => ({ ...unlocked, device: 'after the other window' }),
    lock: async () => void said.push('keys gone'),
    erase: async () => void said.push('erased'),
  };
  const used = new Set<string>();
  const door: IdentityApi = {
    lookAtCode: async (code) => (code === 'CODE' ? ok(SARA) : err({ type: 'refused', status: 404, code: 'code-unknown' })),
    join: async (code, _name, key) => {
      if (used.has(code)) return err({ type: 'refused', status: 410, code: 'code-used' });
      used.add(code);
      said.push(`joined with ${key}`);
      return ok(undefined);
    },
    changePassword: async () => ok(undefined),
    invitations: untouched, invite: untouched, revokeInvitation: untouched, resetPassword: untouched, askRecovery: untouched, lookRecovery: untouched, recoveryRequests: untouched, refuseRecovery: untouched,
  };
  const parts: SessionParts = {
    listAccounts: async () => known,
    unlockAccount: async (_account, password) => (password === opensBy ? ok(unlocked) : err({ type: 'wrong-password', keys: keysOf(password) })),
    unlockWithEarlier: async (_account, earlier, keys) => {
      if (earlier !== opensBy) return err({ type: 'wrong-password', keys: keysOf(earlier) });
      said.push(`from now on ${keys.signInKey} opens`);
      return ok(unlocked);
    },
    hasPasskeyHere: async () => true,
    unlockByPasskey: async () => err({ type: 'cancelled' }),
    createAccount: async ({ keys }) => (keys.signInKey === opensBy ? ok(unlocked) : err({ type: 'wrong-password', keys })),
    resumeByTicket: async () => (ticket ? unlocked : undefined),
    deriveKeys: async (password) => keysOf(password),
    identity: () => door,
    api: {
      authParams: async () => ok({ installationId: 'i', userId: MARTA.id }),
      signIn: async (_email, key) => (key === 'right' ? ok(undefined) : err({ type: 'unauthorized', code: 'wrong' })),
      signOut: async () => {
        said.push('signed out');
        return ok(undefined);
      },
      me: async () => ok(workspace.me),
    },
    startSync: (_unlocked, onErase) => {
      withdrawn = onErase;
      return { now: async () => void said.push('synced'), stop: () => said.push('sync stopped') };
    },
    downloadManual: async () => ok(undefined),
    fetchFile: async () => ok(new Uint8Array()),
    downloadPhotos: async () => ok(undefined),
    addForm: async () => ok({ revision: 1 }),
    show: (change) => {
      change();
      said.push('screens changed');
    },
  };
  return { control: createSession(parts), said, parts, door, workspace, withdraw: (erase: Erase) => withdrawn(erase) };
}

const SARA: WhoJoins = {
  purpose: 'join', installationId: 'i', userId: MARTA.id, role: 'technical_advisor', name: 'Sara', email: 'sara@cotejo.example', code: 'SO', invitedBy: 'Marta', expiresAtMs: 0,
};

const keysOf = (password: string) => ({ signInKey: password, wrapKey: untouched });

/** Never touched by a session itself. */
const untouched = {} as never;

const sessionOf = (control: ReturnType<typeof tablet>['control']) => {
  const state = control.store.getState();
  if (state.phase !== 'open') throw new Error(`not open but ${state.phase}`);
  return state.session;
};

test.each(['after-sending', 'at-once'] as const)('[L19] a tablet that was withdrawn (%s) is erased after its screens have left, and the door says so', async (erase) => {
  const { control, said, withdraw } = tablet({ known: [] });
  await control.start();
  await control.signIn(marta.email, 'right');
  said.length = 0;
  withdraw(erase);
  await vi.waitFor(() => expect(control.store.getState()).toMatchObject({ phase: 'sign-in', erased: erase }));
  expect(said).toEqual(['screens changed', ...(erase === 'after-sending' ? ['synced'] : []), 'sync stopped', 'erased', 'screens changed']);
});

test('[L19] what the screens hand over on leaving and cannot be sent just now is not erased: the tablet locks, and tries again', async () => {
  const { control, said, withdraw } = tablet({ waiting: 1 });
  await control.start();
  await control.unlock(marta, 'right');
  withdraw('after-sending');
  await vi.waitFor(() => expect(control.store.getState()).toMatchObject({ phase: 'locked', account: marta }));
  expect(said).not.toContain('erased');
  expect(said).toContain('keys gone');
});

test('a tablet that knows nobody asks who; one that knows somebody asks for the password', async () => {
  const fresh = tablet({ known: [] });
  await fresh.control.start();
  expect(fresh.control.store.getState().phase).toBe('sign-in');
  const used = tablet();
  await used.control.start();
  expect(used.control.store.getState()).toMatchObject({ phase: 'locked', account: marta });
});

test('a page killed by the camera comes back without a password', async () => {
  const { control } = tablet({ ticket: true });
  await control.start();
  expect(control.store.getState().phase).toBe('open');
});

test('a wrong password opens nothing and says so', async () => {
  const { control } = tablet();
  await control.start();
  expect(await control.unlock(marta, 'wrong')).toEqual(err({ type: 'wrong' }));
  expect(control.store.getState().phase).toBe('locked');
});

test('somebody who is already on the tablet needs no network to sign in', async () => {
  const { control } = tablet();
  await control.start();
  control.enterAnother();
  expect((await control.signIn(' Marta@cotejo.example ', 'right')).ok).toBe(true);
  expect(control.store.getState().phase).toBe('open');
});

test('the first time, a password that the server does not accept opens nothing', async () => {
  const { control } = tablet({ known: [] });
  await control.start();
  expect(await control.signIn('marta@cotejo.example', 'wrong')).toEqual(err({ type: 'wrong' }));
  expect((await control.signIn('marta@cotejo.example', 'right')).ok).toBe(true);
});

test('locking takes the screens away before the keys, so that they can hand over what was typed', async () => {
  const { control, said } = tablet();
  await control.start();
  await control.unlock(marta, 'right');
  said.length = 0;
  await control.lock();
  expect(said).toEqual(['sync stopped', 'screens changed', 'keys gone', 'screens changed']);
  expect(control.store.getState()).toMatchObject({ phase: 'locked', account: marta });
});

test('nobody signs out while a record exists only on this tablet', async () => {
  const { control, said } = tablet({ waiting: 3 });
  await control.start();
  await control.unlock(marta, 'right');
  expect(await sessionOf(control).signOut()).toEqual(err({ type: 'only-here', records: 3, files: 0, copiedAtMs: undefined }));
  expect(said).not.toContain('erased');
});

test('[H12] what exists only here lets nobody out, unless a back-up holds all of it and the person has that', async () => {
  const out = async (report: Parameters<ReturnType<typeof makeFakeWorkspace>['report']>[0], hasCopy: boolean): Promise<boolean> => {
    const { control, said, workspace } = tablet({ waiting: 1 });
    await control.start();
    await control.unlock(marta, 'right');
    workspace.report(report);
    const left = await sessionOf(control).signOut({ hasCopy });
    expect(said.includes('erased')).toBe(left.ok);
    return left.ok;
  };
  const [op] = makeFakeWorkspace({}).arrive(MARTA.id, [{ scope: visitScope('018f0000-0000-7000-8000-0000000000d1'), entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000e1', set: { text: 'x' } }]);
  if (!op) throw new Error('no op');
  const copied = { items: [{ op, copied: true }], lastBackUpAtMs: 7 };
  expect(await out(copied, false)).toBe(false);
  expect(await out(copied, true)).toBe(true);
  expect(await out({ ...copied, uncopiedFiles: 1 }, true)).toBe(false);
  expect(await out({ ...copied, items: [{ op, copied: false }] }, true)).toBe(false);
  expect(await out({ items: [{ op, copied: true }] }, true)).toBe(false);
});

test('signing out sends first, then ends the session, then erases', async () => {
  const { control, said } = tablet();
  await control.start();
  await control.unlock(marta, 'right');
  said.length = 0;
  expect((await sessionOf(control).signOut()).ok).toBe(true);
  expect(said.filter((what) => what !== 'screens changed')).toEqual(['synced', 'signed out', 'sync stopped', 'erased']);
});

test('continuing here begins from what the other window wrote', async () => {
  const { control } = tablet();
  await control.start();
  await control.unlock(marta, 'right');
  await control.takeOver();
  expect(control.store.getState()).toMatchObject({ phase: 'open', unlocked: { device: 'after the other window' } });
});

test('whoever follows an invitation’s link comes to its code, also on a tablet that knows somebody, and is in after joining', async () => {
  const { control, said } = tablet();
  await control.start('CODE');
  expect(control.store.getState()).toMatchObject({ phase: 'joining', code: 'CODE' });
  expect(await control.lookAtCode('CODE')).toEqual(ok(SARA));
  expect(await control.lookAtCode('OTHER')).toEqual(err({ type: 'code-unknown' }));
  expect((await control.join({ code: 'CODE', who: SARA, name: 'Sara', password: 'right' })).ok).toBe(true);
  expect(said).toContain('joined with right');
  expect(control.store.getState().phase).toBe('open');
});

test('from the code one comes back to the door', async () => {
  const { control } = tablet();
  await control.start();
  control.enterAnother();
  control.beginJoining();
  expect(control.store.getState().phase).toBe('joining');
  control.leaveDoor();
  expect(control.store.getState()).toMatchObject({ phase: 'locked', account: marta });
});

test('[A22] an answer that was lost does not leave the person outside: the code is used, and the password is theirs', async () => {
  const { control, door, parts } = tablet({ known: [] });
  await control.start('CODE');
  const joining = { code: 'CODE', who: SARA, name: 'Sara', password: 'right' };
  const real = door.join;
  Object.assign(door, { join: async (...args: Parameters<typeof real>) => {
    await real(...args);
    return err({ type: 'unreachable' });
  } });
  expect((await control.join(joining)).ok).toBe(true);
  const second = createSession(parts);
  await second.start('CODE');
  Object.assign(door, { join: real });
  expect((await second.join(joining)).ok).toBe(true);
  expect(await second.join({ ...joining, password: 'another person’s' })).toEqual(err({ type: 'code-used' }));
});

test('[A27] a password that was changed elsewhere opens after the earlier one was given once', async () => {
  const { control, said } = tablet({ opensBy: 'old' });
  await control.start();
  expect(await control.unlock(marta, 'neither')).toEqual(err({ type: 'wrong' }));
  expect((await control.unlock(marta, 'right')).ok).toBe(true);
  expect(control.store.getState()).toMatchObject({ phase: 'earlier-password', account: marta });
  expect(await control.enterWithEarlier('not this one')).toEqual(err({ type: 'wrong' }));
  expect((await control.enterWithEarlier('old')).ok).toBe(true);
  expect(said).toContain('from now on right opens');
  expect(control.store.getState().phase).toBe('open');
});

test('[A27] without a network a password that this tablet does not know is simply wrong, and the one it knows opens', async () => {
  const { control, parts } = tablet({ opensBy: 'old' });
  Object.assign(parts.api, { signIn: async () => err({ type: 'unreachable' }) });
  await control.start();
  expect(await control.unlock(marta, 'right')).toEqual(err({ type: 'wrong' }));
  expect((await control.unlock(marta, 'old')).ok).toBe(true);
});
