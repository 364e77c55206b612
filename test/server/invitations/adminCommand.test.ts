import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { runAdmin } from '#server/invitations/adminCommand.ts';
import { findInvitation } from '#server/invitations/findInvitation.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { account } from '#test/server/builders/storeRows.ts';

/** An empty production server and its command line. */
function aServer() {
  const store = createMemoryStore();
  const out: string[] = [];
  const errors: string[] = [];
  let opened = 0;
  const run = (...argv: readonly string[]): Promise<number> => runAdmin(argv, {
    address: 'http://127.0.0.1:4173', print: (line) => out.push(line), printError: (line) => errors.push(line),
    withStore: (work) => {
      opened += 1;
      return work({ store, nowMs: () => 0, randomBytes });
    },
  });
  const invited = () => store.transaction((tx) => tx.invitations.open(0));
  return { store, run, out, errors, invited, opened: () => opened };
}

test('an empty server gets its first administrator: a link and a code, shown once', async () => {
  const server = aServer();
  expect(await server.run('--email', 'Ana@Example.org', '--name', 'Ana Belmonte', '--url', 'https://cotejo.example.org/')).toBe(0);
  const said = server.out.join('\n');
  const code = /Code: +(\S+)/.exec(said)?.[1] ?? '';
  expect(said).toContain(`https://cotejo.example.org/join#${code}`);
  const found = await server.store.transaction((tx) => findInvitation(tx, code, 0));
  expect(found).toMatchObject({ ok: true, value: { role: 'admin', name: 'Ana Belmonte', email: 'ana@example.org', code: 'AB', invitedBy: '' } });
});

test('an administrator who forgot the password gets a code for a new one', async () => {
  const server = aServer();
  await server.store.transaction((tx) => tx.people.addAccount(account(1, { role: 'admin', email: 'ana@example.org' })));
  expect(await server.run('--email', 'ana@example.org', '--name', 'Ana')).toBe(0);
  expect(await server.invited()).toMatchObject([{ purpose: 'reset', userId: account(1).id }]);
});

test('what is missing or cannot be is said, and no database is made for it', async () => {
  const server = aServer();
  for (const argv of [[], ['--email', 'x'], ['--email', 'a b', '--name', 'Ana'], ['--nope'], ['--email', 'a@b.mx', '--name', '李'], ['--email', 'a@b.mx', '--name', 'Ana', '--url', 'cotejo']]) {
    expect(await server.run(...argv)).toBe(1);
  }
  expect(server.errors.join('\n')).toContain('npm run admin -- --email');
  expect(server.opened()).toBe(0);
});

test('somebody else’s account and an open invitation are not overwritten', async () => {
  const server = aServer();
  await server.store.transaction((tx) => tx.people.addAccount(account(1, { email: 'dale@example.org' })));
  expect(await server.run('--email', 'dale@example.org', '--name', 'Dale Whitaker')).toBe(1);
  expect(await server.run('--email', 'ana@example.org', '--name', 'Ana Belmonte')).toBe(0);
  expect(await server.run('--email', 'ana@example.org', '--name', 'Ana Belmonte')).toBe(1);
  expect(await server.invited()).toHaveLength(1);
});
