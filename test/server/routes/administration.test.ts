import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { DEVICE_HEADER } from '#core/protocol/wire.ts';
import { observation, SIGN_IN_KEY, type Name } from '#test/server/builders/serverWorld.ts';
import { testApp } from '#test/server/builders/testApp.ts';

async function anOffice() {
  const app = await testApp();
  const ana = await app.signIn('ana');
  const { world } = app;
  const get = async (path: string) => (await ana({ url: `/api/admin/${path}` })).json();
  const act = async (path: string, payload: object = {}) => {
    const answer = await ana({ method: 'POST', url: `/api/admin/${path}`, payload });
    return answer.statusCode === 204 ? 'done' : answer.json().code;
  };
  const scopesOf = async (name: Name): Promise<readonly string[]> => (await (await world.tablet(name)).pullAll()).scopes.map(({ scope }) => scope);
  const logged = async (action: string) => {
    const { entries }: { entries: readonly { action: string; actor: string; subject: string; ip: string; subjectName?: string; detail: object }[] } = await get(`audit?action=${action}`);
    return entries;
  };
  return { ...app, ana, get, act, scopesOf, logged };
}

test('[A5][A6] the last administrator stays one, and a role is not changed under a visit that needs it', async () => {
  const { world, act, get } = await anOffice();
  const { ana, marta, kate, nuria } = world.users;
  expect(await act(`people/${ana}/disable`, { erase: 'at-once' })).toBe('last-admin');
  expect(await act(`people/${ana}`, { role: 'observer' })).toBe('last-admin');
  expect(await act(`people/${marta}`, { role: 'technical_advisor' })).toBe('still-granted');
  expect(await act(`people/${kate}`, { role: 'admin' })).toBe('done');
  expect(await act(`people/${nuria}`, { email: ' Marta@Example.org ' })).toBe('email-taken');
  expect(await act(`people/${nuria}`, { code: 'XX' })).toBe('malformed');
  expect(await act(`people/${nuria}`, { name: 'Nuria Sáenz', email: ' Otra@Example.org ' })).toBe('done');
  const { people } = await get('people');
  expect(people.find(({ id }: { id: string }) => id === nuria)).toMatchObject({ name: 'Nuria Sáenz', email: 'otra@example.org', code: 'NU', role: 'team_leader' });
  expect(await act(`people/${ana}`, { role: 'observer' })).toBe('done');
});

test('[A9] what an administrator did stands in the log, by whom, on whom and from where, and the chain holds', async () => {
  const { world, act, logged, get } = await anOffice();
  const { ana, kate } = world.users;
  await act(`people/${kate}`, { name: 'Kate Doyle' });
  await act(`agencies/${world.agency1}/region`, { users: [world.users.ines] });
  await act(`agencies/${world.agency1}/region`, { users: [world.users.ines] });
  expect(await logged('person-changed')).toMatchObject([{ actor: ana, subject: kate, subjectName: 'Kate Doyle', ip: '127.0.0.1', detail: { name: 'Kate Doyle' } }]);
  expect(await logged('region-set')).toHaveLength(1);
  expect((await logged('team-set')).map(({ subject }) => subject).sort()).toEqual([world.agency1, world.agency2].sort());
  expect(await get('audit/check')).toMatchObject({ entries: expect.any(Number) });
  expect((await get('audit/check')).broken).toBeUndefined();
});

test('[A9] the log is filtered by person and by time, a page at a time', async () => {
  const { world, get, act } = await anOffice();
  for (let n = 0; n < 205; n++) await act(`people/${world.users.kate}`, { name: `Kate ${n}` });
  const first = await get(`audit?actor=${world.users.ana}`);
  const second = await get(`audit?actor=${world.users.ana}&before=${first.next}`);
  expect([first.entries.length, second.entries.length, second.next]).toEqual([200, 6, undefined]);
  world.ids.passMs(86_400_000);
  await act(`people/${world.users.kate}`, { name: 'Kate' });
  const from = new Date(world.ids.nowMs() - 1000).toISOString();
  expect((await get(`audit?from=${from}`)).entries).toHaveLength(1);
});

test('[A9] an exported log opens in a spreadsheet without a formula in it, and the export is logged', async () => {
  const { world, ana, act, logged } = await anOffice();
  await act(`people/${world.users.kate}`, { name: '=HYPERLINK("http://x","y")' });
  const answer = await ana({ method: 'POST', url: '/api/admin/audit/export', payload: { actor: world.users.ana } });
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.body.startsWith('\uFEFFseq,at,')).toBe(true);
  expect(answer.body).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(answer.body.split('\r\n').flatMap((line) => line.split(',')).filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  expect(await logged('audit-exported')).toHaveLength(1);
});

test('[A4] a region is given and taken whole: the agency, its visits, and nothing else', async () => {
  const { world, act, scopesOf } = await anOffice();
  expect(await act(`agencies/${world.agency1}/region`, { users: [world.users.dale] })).toBe('does-not-fit');
  expect(await act(`agencies/${world.agency1}/region`, { users: [world.users.ines] })).toBe('done');
  expect(await scopesOf('ines')).toEqual([agencyScope(world.agency1), visitScope(world.visit1)].sort());
  expect(await act(`agencies/${world.agency1}/region`, { users: [] })).toBe('done');
  expect(await scopesOf('ines')).toEqual([]);
  expect(await act(`agencies/${world.agency1}/readers`, { users: [world.users.tomas] })).toBe('done');
  expect(await scopesOf('tomas')).toEqual([agencyScope(world.agency1)]);
  expect(await act(`agencies/${newUuid(world.ids)}/readers`, { users: [] })).toBe('not-found');
});

test('a team leader who is lost is replaced: the new one leads, the old one is out, the manager stays', async () => {
  const { world, act, get, scopesOf } = await anOffice();
  const { nuria, dale, lucia, marta } = world.users;
  const path = `agencies/${world.agency1}/visits/${world.visit1}/team`;
  expect(await act(path, { leader: dale, advisors: [] })).toBe('does-not-fit');
  expect(await act(`agencies/${world.agency2}/visits/${world.visit1}/team`, { leader: nuria, advisors: [] })).toBe('does-not-fit');
  expect(await act(path, { leader: nuria, advisors: [dale, nuria] })).toBe('done');
  expect(await scopesOf('nuria')).toContain(visitScope(world.visit1));
  expect(await scopesOf('marta')).not.toContain(visitScope(world.visit1));
  const { agencies } = await get('agencies');
  const agency = agencies.find(({ id }: { id: string }) => id === world.agency1);
  expect(agency).toMatchObject({ managers: [lucia], visits: [{ leader: nuria, advisors: [dale] }] });
  await act(`people/${marta}/disable`, { erase: 'after-sending' });
  expect(await act(path, { leader: marta, advisors: [] })).toBe('does-not-fit');
});

/** Somebody signed in on a tablet that names itself. */
async function onTablet(office: Awaited<ReturnType<typeof anOffice>>, name: Name) {
  const tablet = await office.world.tablet(name);
  const headers = { [DEVICE_HEADER]: tablet.device };
  const signIn = () => office.call({ method: 'POST', url: '/api/auth/sign-in', headers, payload: { email: `${name}@example.org`, signInKey: SIGN_IN_KEY } });
  const token = (await signIn()).cookies[0]?.value ?? '';
  const call = (url: string, payload?: object, more: Record<string, string> = headers) =>
    office.call({ method: payload ? 'POST' : 'GET', url, headers: { cookie: `cotejo_session=${token}`, ...more }, ...(payload ? { payload } : {}) });
  return { tablet, signIn, call, push: (...changes: Parameters<typeof observation>[]) => call('/api/sync', tablet.request(changes.map((change) => tablet.seal(observation(...change))))) };
}

test('[A7] a device that was taken back sends what it has, is given nothing, and is told to erase', async () => {
  const office = await anOffice();
  const { world, act, get } = office;
  const dale = await onTablet(office, 'dale');
  await dale.call('/api/sync', { ...dale.tablet.request([]), waiting: { ops: 2, files: 1, oldestAt: '2026-11-20T00:00:00.000Z' } });
  expect((await get('devices')).devices.find(({ id }: { id: string }) => id === dale.tablet.device))
    .toMatchObject({ user: world.users.dale, waiting: { ops: 2, files: 1, oldestAt: '2026-11-20T00:00:00.000Z' }, lastSeenAt: expect.any(String) });

  expect(await act(`devices/${dale.tablet.device}/revoke`, { erase: 'after-sending' })).toBe('done');
  expect((await dale.call('/api/me')).json().code).toBe('revoked');
  const answer = (await dale.push([world.visit1, newUuid(world.ids)])).json();
  expect(answer).toMatchObject({ results: [{ status: 'ok' }], pages: [], erase: 'after-sending', more: false });
  expect(answer.scopes.length).toBeGreaterThan(0);
  const told = async () => (await get('devices')).devices.find(({ id }: { id: string }) => id === dale.tablet.device).toldAt;
  expect(await told()).toBeUndefined();
  await dale.call('/api/sync', { ...dale.tablet.request([]), waiting: { ops: 0, files: 0 } });
  expect(await told()).toEqual(expect.any(String));
});

test('[A7] with at-once nothing more is taken: it lies in the quarantine, and no command lets anybody in', async () => {
  const office = await anOffice();
  const { world, act } = office;
  const marta = await onTablet(office, 'marta');
  await act(`devices/${marta.tablet.device}/revoke`, { erase: 'after-sending' });
  await act(`devices/${marta.tablet.device}/revoke`, { erase: 'at-once' });
  await act(`devices/${marta.tablet.device}/revoke`, { erase: 'after-sending' });
  const request = marta.tablet.request([marta.tablet.seal(observation(world.visit1, newUuid(world.ids)))], {
    commands: [{ type: 'set-team', agency: world.agency1, visit: world.visit1, leader: world.users.nuria, advisors: [] }],
  });
  expect((await marta.call('/api/sync', request)).json()).toMatchObject({ results: [{ status: 'refused', reason: 'device-revoked' }], pages: [], scopes: [], erase: 'at-once' });
  await world.store.transaction(async (tx) => {
    expect((await tx.ops.quarantined()).map(({ reason }) => reason)).toEqual(['device-revoked']);
    expect((await tx.people.grantsOf(world.users.nuria)).some(({ scope }) => scope === visitScope(world.visit1))).toBe(false);
  });
});

test('[A8] the cookie of a tablet that was taken back opens nothing without its header, or with another', async () => {
  const office = await anOffice();
  const dale = await onTablet(office, 'dale');
  await dale.call('/api/me');
  await office.act(`devices/${dale.tablet.device}/revoke`, { erase: 'at-once' });
  const other = await office.world.tablet('dale');
  for (const headers of [{}, { [DEVICE_HEADER]: other.device }, { [DEVICE_HEADER]: newUuid(office.world.ids) }]) {
    const answer = await dale.call('/api/me', undefined, headers);
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'revoked']);
  }
});

test('[A7] a closed account reads nothing from that moment, signs in nowhere new, and its tablet may still send', async () => {
  const office = await anOffice();
  const { world, act } = office;
  const dale = await onTablet(office, 'dale');
  await dale.call('/api/me');
  const browser = await office.signIn('dale');
  expect(await act(`people/${world.users.dale}/disable`, { erase: 'after-sending' })).toBe('done');
  expect((await browser({ url: '/api/me' })).statusCode).toBe(401);
  expect((await dale.call('/api/me')).json().code).toBe('revoked');
  await expect(office.signIn('dale')).rejects.toThrow('403');
  expect((await dale.signIn()).statusCode).toBe(204);
  expect((await dale.push([world.visit1, newUuid(world.ids)])).json()).toMatchObject({ results: [{ status: 'ok' }], pages: [] });
  expect(await act(`people/${world.users.dale}/enable`)).toBe('done');
  expect((await dale.call('/api/me')).statusCode).toBe(200);
});

test('a session that was ended must sign in again; nothing is erased', async () => {
  const office = await anOffice();
  const dale = await onTablet(office, 'dale');
  const { sessions } = await office.get('devices');
  const session = sessions.find(({ user }: { user: string }) => user === office.world.users.dale);
  expect(session).toMatchObject({ device: dale.tablet.device });
  expect(await office.act(`sessions/${session.id}/end`)).toBe('done');
  expect((await dale.call('/api/me')).statusCode).toBe(401);
  expect((await dale.signIn()).statusCode).toBe(204);
});

test('[A10] the quarantine tells kind, author, time and size, never the words; what its author may write by now is released', async () => {
  const office = await anOffice();
  const { world, act, get, logged } = office;
  const nuria = await world.tablet('nuria');
  const id = newUuid(world.ids);
  await nuria.write({ scope: visitScope(world.visit1), entity: 'interview', entityId: `${id}/${world.users.nuria}`, set: { text: 'lo que dijo', unit: 'Turno nocturno' } });
  const answer = await office.ana({ url: '/api/admin/quarantine' });
  const [record] = answer.json().records;
  expect(record).toMatchObject({ reason: 'no-grant', kind: 'interview', author: world.users.nuria, receivedFrom: world.users.nuria, scope: visitScope(world.visit1) });
  expect(answer.body).not.toMatch(/lo que dijo|nocturno/);
  const { id: op, h } = record;
  expect(await act('quarantine/release', { id: op, h })).toBe('still-refused');
  await act(`agencies/${world.agency1}/visits/${world.visit1}/team`, { leader: world.users.nuria, advisors: [] });
  expect(await act('quarantine/release', { id: op, h })).toBe('done');
  expect(await act('quarantine/release', { id: op, h })).toBe('not-found');
  expect((await get('quarantine')).count).toBe(0);
  expect(await logged('quarantine-released')).toMatchObject([{ actor: world.users.ana, subject: op }]);
});
