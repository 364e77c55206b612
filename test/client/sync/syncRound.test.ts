import { expect, test } from 'vitest';
import type { Me, SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import type { Api } from '#client/sync/api.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { newRoundMemory, syncRound } from '#client/sync/syncRound.ts';
import { anUnlocked, SCOPE } from '#test/client/storage/anUnlocked.ts';

const none = async (): Promise<{ ok: false; error: ApiFailure }> => err({ type: 'unreachable' });
const nothingNew: SyncAnswer = { epoch: 'e1', serverTimeMs: 0, results: [], scopes: [{ scope: SCOPE, roles: ['team_leader'] }], pages: [], more: false };

const aServer = (me: Me, over: Partial<Api>): Api => ({
  authParams: none, signIn: none, signOut: none, forms: none, addForm: none, editionHead: none, chapter: none, filesStatus: none, putChunk: none, fileContent: none,
  visitKeys: async () => ok([]), me: async () => ok(me), registerDevice: async () => ok({ letter: '' }), sync: async () => ok(nothingNew), ...over,
});

test('[S39] a device registers once, not at every unlock', async () => {
  const { unlocked } = await anUnlocked();
  let registered = 0;
  const api = aServer(unlocked.workspace.me, { registerDevice: async () => {
    registered += 1;
    return ok({ letter: '' });
  } });
  for (let unlock = 0; unlock < 3; unlock++) expect(await syncRound(unlocked, api, newRoundMemory(Date.now))).toMatchObject({ ok: true });
  expect(registered).toBe(1);
});

test('the profile is asked for while the text is on its way, and costs no round trip of its own', async () => {
  const { unlocked } = await anUnlocked();
  await unlocked.saveLetter('');
  let textAsked: () => void = () => undefined;
  let profileAsked: () => void = () => undefined;
  const text = new Promise<void>((asked) => { textAsked = asked; });
  const profile = new Promise<void>((asked) => { profileAsked = asked; });
  const { me } = unlocked.workspace;
  // Each is answered only once the other was asked.
  const api = aServer(me, {
    sync: async () => {
      textAsked();
      await profile;
      return ok(nothingNew);
    },
    me: async () => {
      profileAsked();
      await text;
      return ok(me);
    },
  });
  expect(await syncRound(unlocked, api, newRoundMemory(Date.now))).toMatchObject({ ok: true });
});

test('[S39] a server that does not know this device is told of it, and sent everything again', async () => {
  const { unlocked } = await anUnlocked();
  await unlocked.saveLetter('');
  const asked: string[] = [];
  const api = aServer(unlocked.workspace.me, {
    sync: async () => {
      asked.push('sync');
      return asked.includes('register') ? ok(nothingNew) : err({ type: 'refused', status: 409, code: 'device-unknown' });
    },
    registerDevice: async () => {
      asked.push('register');
      return ok({ letter: '' });
    },
  });
  expect(await syncRound(unlocked, api, newRoundMemory(Date.now))).toMatchObject({ ok: true });
  expect(asked).toEqual(['sync', 'register', 'sync']);
});
