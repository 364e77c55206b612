import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { changePasswordOnline } from '#client/app/changePasswordOnline.ts';
import { describeDatabase, databaseName } from '#client/storage/database/database.ts';
import { openByPassword } from '#client/storage/keys/passwordWraps.ts';
import type { DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import { countUnlockTry, clearUnlockTries, listAccounts, noteLocked } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { err, ok } from '#core/result.ts';
import { anUnlocked, testKeys } from './anUnlocked.ts';

const CHANGE = { current: 'old', next: 'new', endOtherSessions: false };

/** A server that knows one password; `loses`: how many answers do not arrive. */
function aServer(knows: string, { loses = 0, signedOut = false } = {}) {
  const server = { knows, signedOut, loses };
  const answer = (failure?: ApiFailure) => {
    if (server.loses > 0) {
      server.loses -= 1;
      return err({ type: 'unreachable' } as const);
    }
    return failure ? err(failure) : ok(undefined);
  };
  const parts = {
    deriveKeys: async (password: string) => testKeys(password),
    api: {
      signIn: async (_email: string, key: string) => {
        if (key !== server.knows) return answer({ type: 'unauthorized', code: 'wrong-credentials' });
        server.signedOut = false;
        return answer();
      },
    },
    identity: () => ({
      changePassword: async (oldKey: string, newKey: string) => {
        if (server.signedOut) return answer({ type: 'unauthorized', code: 'not-signed-in' });
        if (oldKey !== server.knows) return answer({ type: 'refused', status: 403, code: 'wrong-password' });
        server.knows = newKey;
        return answer();
      },
    }),
  };
  return { server, change: (unlocked: Unlocked, what = CHANGE) => changePasswordOnline(parts as never, unlocked, what) };
}

/** Which of these passwords open what is on this tablet. */
async function opensBy(unlocked: Unlocked, passwords: readonly string[]): Promise<readonly string[]> {
  const { installationId, userId } = unlocked.account;
  const found: string[] = [];
  for (const password of passwords) {
    const db = describeDatabase(databaseName(installationId, userId));
    if (await wouldOpen(db, await testKeys(password))) found.push(password);
    db.close();
  }
  return found;
}

/** Without settling on it, as trying at the door would. */
async function wouldOpen(db: ReturnType<typeof describeDatabase>, keys: DerivedKeys): Promise<boolean> {
  const before = await db.vault.bulkGet(['wrap', 'next-wrap']);
  const opened = await openByPassword(db, keys);
  const rows = before.flatMap((row) => (row ? [row] : []));
  await db.vault.bulkDelete(['wrap', 'next-wrap']);
  await db.vault.bulkPut(rows);
  return typeof opened !== 'string';
}

test('[A27] the new password opens what is here as soon as the server has taken it, and the old one no longer', async () => {
  const { unlocked } = await anUnlocked('old');
  const { server, change } = aServer('old');
  expect(await change(unlocked)).toEqual(ok(undefined));
  expect(server.knows).toBe('new');
  expect(await opensBy(unlocked, ['old', 'new'])).toEqual(['new']);
  expect(unlocked.signInKey).toBe('new');
});

test('[A27] a wrong old password changes nothing, and is not sent', async () => {
  const { unlocked } = await anUnlocked('old');
  const { server, change } = aServer('old');
  expect(await change(unlocked, { ...CHANGE, current: 'guess' })).toEqual(err({ type: 'wrong' }));
  expect(server.knows).toBe('old');
  expect(await opensBy(unlocked, ['old', 'new', 'guess'])).toEqual(['old']);
});

test('[A27] when the answer is lost both passwords open, and asking again settles it, whatever the server did', async () => {
  const { unlocked } = await anUnlocked('old');
  const { server, change } = aServer('old', { loses: 1 });
  expect(await change(unlocked)).toEqual(err({ type: 'unknown' }));
  expect(await opensBy(unlocked, ['old', 'new'])).toEqual(['old', 'new']);
  expect(await change(unlocked)).toEqual(ok(undefined));
  expect(server.knows).toBe('new');
  expect(await opensBy(unlocked, ['old', 'new'])).toEqual(['new']);
});

test('[A27] a password that was changed on another tablet meanwhile is said, and nothing here changes', async () => {
  const { unlocked } = await anUnlocked('old');
  const { server, change } = aServer('third');
  expect(await change(unlocked)).toEqual(err({ type: 'changed-elsewhere' }));
  expect(server.knows).toBe('third');
  expect(await opensBy(unlocked, ['old', 'new', 'third'])).toEqual(['old']);
});

test('[A27] a session that has ended is renewed with the old password first', async () => {
  const { unlocked } = await anUnlocked('old');
  const { server, change } = aServer('old', { signedOut: true });
  expect(await change(unlocked)).toEqual(ok(undefined));
  expect(server.knows).toBe('new');
});

test('[A26] wrong passwords are counted before they are tried, over restarts, and a right one ends the count', async () => {
  const { unlocked } = await anUnlocked('old');
  const { userId } = unlocked.account;
  const at = Date.UTC(2026, 10, 25);
  for (let i = 0; i < 5; i++) expect(await countUnlockTry(userId, at)).toBeUndefined();
  expect(await countUnlockTry(userId, at)).toBe(at + 30_000);
  expect(await countUnlockTry(userId, at + 29_999)).toBe(at + 30_000);
  expect((await listAccounts()).find((one) => one.userId === userId)?.tries).toEqual({ count: 5, lastAtMs: at });
  expect(await countUnlockTry(userId, at + 30_000)).toBeUndefined();
  expect(await countUnlockTry(userId, at + 30_000)).toBe(at + 90_000);
  await clearUnlockTries(userId);
  expect(await countUnlockTry(userId, at + 30_000)).toBeUndefined();
});

test('[A26] a full disk does not keep its owner out, and the wrong passwords that it cannot note still count while the page is open', async () => {
  const { unlocked } = await anUnlocked('old');
  const { userId } = unlocked.account;
  const at = Date.UTC(2026, 10, 25);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  try {
    for (let i = 0; i < 5; i++) expect(await countUnlockTry(userId, at)).toBeUndefined();
    for (let again = 0; again < 2; again++) expect(await countUnlockTry(userId, at)).toBe(at + 30_000);
    await clearUnlockTries(userId);
    expect(await countUnlockTry(userId, at)).toBeUndefined();
    await noteLocked(userId, at);
  } finally {
    full.mockRestore();
  }
});
