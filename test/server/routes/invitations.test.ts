import type { InjectOptions } from 'fastify';
import { describe, expect, test } from 'vitest';
import { sha256OfText } from '#core/bytes.ts';
import { mayInvite } from '#core/people/mayInvite.ts';
import { ACCOUNT_ROLES } from '#core/people/role.ts';
import { invitationList, invitationMade, whoJoins, type InvitationRequest } from '#core/protocol/identityWire.ts';
import { makeInvitation } from '#server/invitations/makeInvitation.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { ROLES_OF, type Name } from '#test/server/builders/serverWorld.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';
import * as v from 'valibot';

const DAY_MS = 24 * 60 * 60 * 1000;
const NEW_KEY = 'c3'.repeat(32);
const SARA: InvitationRequest = { role: 'technical_advisor', name: 'Sara Olvera', email: 'Sara@Example.org', code: 'SO' };

const invite = async (app: TestApp, by: Name, more: Partial<InvitationRequest> = {}) =>
  (await app.signIn(by))({ method: 'POST', url: '/api/admin/invitations', payload: { ...SARA, ...more } });
const codeOf = async (app: TestApp, by: Name = 'ana', more: Partial<InvitationRequest> = {}): Promise<string> => v.parse(invitationMade, (await invite(app, by, more)).json()).joinCode;
const look = ({ call }: TestApp, joinCode: string, more: InjectOptions = {}) => call({ method: 'POST', url: '/api/join/look', payload: { joinCode }, ...more });
const join = ({ call }: TestApp, joinCode: string, name = 'Sara Olvera', signInKey = NEW_KEY) => call({ method: 'POST', url: '/api/join', payload: { joinCode, name, signInKey } });
const enter = ({ call }: TestApp, email: string, signInKey = NEW_KEY) => call({ method: 'POST', url: '/api/auth/sign-in', payload: { email, signInKey } });
const listFor = async (app: TestApp, name: Name) => v.parse(invitationList, (await (await app.signIn(name))({ url: '/api/admin/invitations' })).json());

describe.each([['memory', async () => undefined], ['SQLite', () => openSqliteStore(':memory:', 0)]])('an invitation, on %s', (_name, store) => {
  test('[A22] whoever has the code sees whom it lets in, chooses how their name is written, and is in; the account exists only then', async () => {
    const app = await testApp(await store());
    const joinCode = await codeOf(app, 'marta');
    const seen = v.parse(whoJoins, (await look(app, joinCode.toLowerCase().replaceAll('-', ' '))).json());
    expect(seen).toMatchObject({ purpose: 'join', role: 'technical_advisor', name: 'Sara Olvera', email: 'sara@example.org', code: 'SO', invitedBy: 'marta' });
    expect((await enter(app, 'sara@example.org')).statusCode).toBe(401);

    const joined = await join(app, joinCode, 'Sara Olvera Ríos');
    expect(joined.statusCode).toBe(204);
    const token = joined.cookies.find((one) => one.name === 'cotejo_session')?.value;
    const me = await app.call({ url: '/api/me', headers: { cookie: `cotejo_session=${token}` } });
    expect(me.json()).toMatchObject({ email: 'sara@example.org', person: { id: seen.userId, name: 'Sara Olvera Ríos', code: 'SO', role: 'technical_advisor' } });
    expect((await enter(app, 'sara@example.org')).statusCode).toBe(204);
  });

  test('[A22] a code is good once, for seven days, until it is revoked', async () => {
    const app = await testApp(await store());
    const used = await codeOf(app);
    expect((await join(app, used)).statusCode).toBe(204);
    expect((await look(app, used)).json()).toMatchObject({ code: 'code-used' });
    expect((await join(app, used, 'Otra', 'dd'.repeat(32))).statusCode).toBe(410);
    expect((await enter(app, 'sara@example.org', 'dd'.repeat(32))).statusCode).toBe(401);

    const expired = await codeOf(app, 'ana', { email: 'b@example.org', code: 'SB' });
    app.world.ids.passMs(7 * DAY_MS - 1);
    expect((await look(app, expired)).statusCode).toBe(200);
    app.world.ids.passMs(1);
    expect((await join(app, expired)).json()).toMatchObject({ code: 'code-expired' });

    const revoked = await codeOf(app, 'ana', { email: 'c@example.org', code: 'SC' });
    const { invitations } = await listFor(app, 'ana');
    expect(invitations.map(({ code }) => code)).toEqual(['SC']);
    const ana = await app.signIn('ana');
    expect((await ana({ method: 'POST', url: `/api/admin/invitations/${invitations[0]?.id}/revoke` })).statusCode).toBe(204);
    expect((await join(app, revoked)).json()).toMatchObject({ code: 'code-unknown' });
    expect((await listFor(app, 'ana')).invitations).toEqual([]);
  });

  test('[A22] of a code only its hash is stored', async () => {
    const app = await testApp(await store());
    const joinCode = await codeOf(app);
    const plain = joinCode.replaceAll('-', '');
    const rows = await app.world.store.transaction(async (tx) => [await tx.invitations.open(app.world.ids.nowMs()), await tx.audit.inOrder(0, 100)]);
    expect(JSON.stringify(rows)).not.toContain(joinCode);
    expect(JSON.stringify(rows)).not.toContain(plain);
    expect(JSON.stringify(rows)).toContain(sha256OfText(plain));
  });
});

test('[A22] a code that two people use at once lets one of them in', async () => {
  const app = await testApp();
  const joinCode = await codeOf(app);
  const answers = await Promise.all([join(app, joinCode), join(app, joinCode, 'Otra', 'dd'.repeat(32))]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 410]);
});

test('[A23] an administrator invites anybody, a team leader their advisors and the people of agencies, nobody else anybody', async () => {
  for (const by of ['ana', 'marta', 'dale', 'lucia', 'ines', 'tomas', 'kate'] as const) {
    const app = await testApp();
    const allowed = mayInvite(ROLES_OF[by]);
    for (const [at, role] of ACCOUNT_ROLES.entries()) {
      const answer = await invite(app, by, { role, email: `p${at}@example.org`, code: `P${'ABCDEFG'[at]}` });
      expect(answer.statusCode, `${by} ${role}`).toBe(allowed.includes(role) ? 200 : 403);
    }
  }
  expect(mayInvite('team_leader')).not.toContain('admin');
  expect(mayInvite('team_leader')).not.toContain('team_leader');
});

test('[A23] a team leader sees and revokes only their own invitations, an administrator all; the others are told nothing', async () => {
  const app = await testApp();
  await invite(app, 'marta');
  app.world.ids.passMs(1);
  await invite(app, 'nuria', { email: 'n@example.org', code: 'SN' });
  expect((await listFor(app, 'marta')).invitations.map(({ code }) => code)).toEqual(['SO']);
  const all = (await listFor(app, 'ana')).invitations;
  expect(all.map(({ code, invitedBy }) => [code, invitedBy])).toEqual([['SO', 'marta'], ['SN', 'nuria']]);
  const marta = await app.signIn('marta');
  expect((await marta({ method: 'POST', url: `/api/admin/invitations/${all[1]?.id}/revoke` })).statusCode).toBe(404);
  for (const name of ['dale', 'lucia', 'ines', 'tomas', 'kate'] as const) {
    expect((await (await app.signIn(name))({ url: '/api/admin/invitations' })).statusCode).toBe(403);
  }
  expect((await app.call({ url: '/api/admin/invitations' })).statusCode).toBe(401);
});

test('nobody is invited twice, with an e-mail that has an account, or with a code that somebody has', async () => {
  const app = await testApp();
  expect((await invite(app, 'ana', { email: ' DALE@example.org ' })).json()).toMatchObject({ code: 'email-taken' });
  expect((await invite(app, 'ana', { code: 'DA' })).json()).toMatchObject({ code: 'code-taken' });
  expect((await invite(app, 'ana')).statusCode).toBe(200);
  expect((await invite(app, 'marta', { code: 'SP' })).json()).toMatchObject({ code: 'already-invited' });
  expect((await invite(app, 'marta', { email: 'x@example.org' })).json()).toMatchObject({ code: 'code-taken' });
  expect((await listFor(app, 'ana')).takenCodes).toEqual(expect.arrayContaining(['DA', 'MA', 'SO']));
  for (const more of [{ code: 'x y' }, { name: '  ' }, { email: 'no es correo' }]) expect((await invite(app, 'ana', more)).statusCode).toBe(400);
});

test('[A24] a reset lets a person set a new password, ends their sessions, and voids an earlier code; only an administrator makes one', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const [ana, marta] = [await app.signIn('ana'), await app.signIn('marta')];
  const reset = (call: typeof ana) => call({ method: 'POST', url: `/api/admin/people/${app.world.users.dale}/reset` });
  expect((await reset(marta)).statusCode).toBe(403);
  const first = v.parse(invitationMade, (await reset(ana)).json());
  const second = v.parse(invitationMade, (await reset(ana)).json());
  expect((await join(app, first.joinCode)).json()).toMatchObject({ code: 'code-unknown' });
  expect((await look(app, second.joinCode)).json()).toMatchObject({ purpose: 'reset', userId: app.world.users.dale, name: 'dale' });
  expect((await dale({ url: '/api/me' })).statusCode).toBe(200);
  expect((await join(app, second.joinCode, 'otro nombre')).statusCode).toBe(204);
  expect((await dale({ url: '/api/me' })).statusCode).toBe(401);
  expect((await enter(app, 'dale@example.org')).statusCode).toBe(204);
  const account = await app.world.store.transaction((tx) => tx.people.accountById(app.world.users.dale));
  expect(account?.name).toBe('dale');
});

test('[A22] wrong codes from one address slow down, and the right one ends it', async () => {
  const app = await testApp();
  const joinCode = await codeOf(app);
  for (let i = 0; i < 30; i++) expect((await look(app, 'K7QM-2XVD-9FHT-4RWB-PN3C')).statusCode).toBe(404);
  const refused = await look(app, joinCode);
  expect(refused.statusCode).toBe(429);
  app.world.ids.passMs(Number(refused.headers['retry-after']) * 1000);
  expect((await look(app, joinCode)).statusCode).toBe(200);
  expect((await look(app, joinCode)).statusCode).toBe(200);
});

test('[A2] who invited, revoked, reset and joined stands in the audit log', async () => {
  const app = await testApp();
  const joinCode = await codeOf(app, 'marta');
  await join(app, joinCode);
  await makeInvitation({ store: app.world.store, nowMs: app.world.ids.nowMs, randomBytes: app.world.ids.randomBytes }, 'operator', { ...SARA, email: 'op@example.org', code: 'OQ' });
  const entries = await app.world.store.transaction((tx) => tx.audit.inOrder(0, 100));
  const told = entries.filter(({ action }) => action.startsWith('invitation')).map(({ action, actor }) => [action, actor]);
  const joined = entries.find(({ action }) => action === 'invitation-used')?.subject;
  expect(told).toEqual([['invitation-made', app.world.users.marta], ['invitation-used', joined], ['invitation-made', '']]);
});
