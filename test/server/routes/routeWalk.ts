import { createHash } from 'node:crypto';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import type { Change } from '#core/op/change.ts';
import { installEdition } from '#server/editions/installEdition.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import type { Name } from '#test/server/builders/serverWorld.ts';
import { smallEdition } from '#test/server/builders/smallEdition.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';

/** Words that stand in one place of one agency each: whoever sees one has been given that place. */
export const PLACES = ['CARD', 'FINDING', 'ANSWER', 'SHARED', 'OBSERVATION', 'INTERVIEW', 'FILE'] as const;
export type Canary = `CANARY-${1 | 2}-${(typeof PLACES)[number]}`;
export const canary = (agency: 1 | 2, place: (typeof PLACES)[number]): Canary => `CANARY-${agency}-${place}`;

const AGENCYS_PLACES = ['CARD', 'FINDING', 'ANSWER', 'SHARED'] as const;
const all = (agency: 1 | 2): readonly Canary[] => PLACES.map((place) => canary(agency, place));
const agencys = (agency: 1 | 2): readonly Canary[] => AGENCYS_PLACES.map((place) => canary(agency, place));

/** What each person of the world is given when they ask for everything, and not a word more. */
export const MAY_SEE: Readonly<Record<Name, readonly Canary[]>> = {
  marta: all(1), dale: all(1), ines: all(1),
  lucia: agencys(1), tomas: agencys(1),
  nuria: all(2), oscar: agencys(2),
  kate: [],
  // Names of agencies are what an administrator administers; what was written there is not.
  ana: [canary(1, 'CARD'), canary(2, 'CARD')],
};

const fileOf = (agency: 1 | 2, place: 'FILE' | 'SHARED'): Buffer => Buffer.from(`${canary(agency, place)} bytes`);
const shaOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export type Walk = TestApp & {
  /** `METHOD /path` of every route that the server has. */
  readonly routes: readonly string[];
};

/** Two agencies full of canaries; Inés has agency 1 in her region, Tomás reads it. */
export async function aWalk(): Promise<Walk> {
  const routes: string[] = [];
  const app = await testApp(await openSqliteStore(':memory:', 0), { onRoute: (method, path) => routes.push(`${method} ${path}`) });
  const { world } = app;
  const { users } = world;
  await installEdition(world.store, smallEdition(), 'x');
  await world.store.transaction(async (tx) => {
    for (const scope of [agencyScope(world.agency1), visitScope(world.visit1)]) await tx.people.addGrant({ userId: users.ines, scope, role: 'regional_manager', via: 'set-region' });
    await tx.people.addGrant({ userId: users.tomas, scope: agencyScope(world.agency1), role: 'agency_reader', via: 'name-reader' });
  });
  const fill = async (n: 1 | 2, agency: string, visit: string, leader: Name, manager: Name): Promise<void> => {
    const finding = newUuid(world.ids);
    const [home, inside] = [agencyScope(agency), visitScope(visit)];
    const written = [
      ...await (await world.tablet(leader)).write(
        { scope: home, entity: 'agency', entityId: agency, set: { name: canary(n, 'CARD') } },
        { scope: home, entity: 'visit', entityId: visit, set: { kind: 'mock_tour', leader: users[leader] } },
        { scope: inside, entity: 'observation', entityId: newUuid(world.ids), set: { text: canary(n, 'OBSERVATION') } },
        { scope: inside, entity: 'interview', entityId: `${newUuid(world.ids)}/${users[leader]}`, set: { text: canary(n, 'INTERVIEW'), unit: canary(n, 'INTERVIEW') } },
        { scope: home, entity: 'finding', entityId: finding, set: { statement: canary(n, 'FINDING'), edition: 'le-1', standard: `s${n}` } },
        { scope: home, entity: 'sharedPhoto', entityId: newUuid(world.ids), set: { workingFile: shaOf(fileOf(n, 'SHARED')), source: inside } },
      ),
      ...await (await world.tablet(manager)).write({ scope: home, entity: 'finding', entityId: finding, set: { 'answer.comment': canary(n, 'ANSWER') } }),
      // Refused, so that the quarantine holds an interview and a finding too.
    ];
    if (written.some(({ status }) => status !== 'ok')) throw new Error(`the walk was not filled: ${JSON.stringify(written)}`);
    await (await world.tablet(manager)).write(
      { scope: inside, entity: 'interview', entityId: `${newUuid(world.ids)}/${users[manager]}`, set: { text: canary(n, 'INTERVIEW') } } satisfies Change,
      { scope: home, entity: 'finding', entityId: finding, set: { statement: canary(n, 'FINDING') } },
    );
    const caller = await app.signIn(leader);
    for (const bytes of [fileOf(n, 'FILE'), fileOf(n, 'SHARED')]) {
      const url = `/api/files/${inside}/${shaOf(bytes)}/chunks/0?total=1`;
      const sent = await caller({ method: 'PUT', url, payload: bytes, headers: { 'content-type': 'application/octet-stream' } });
      if (sent.statusCode !== 200) throw new Error(`no file: ${sent.body}`);
    }
  };
  await fill(1, world.agency1, world.visit1, 'marta', 'lucia');
  await fill(2, world.agency2, world.visit2, 'nuria', 'oscar');
  return { ...app, routes };
}

/** What can stand in a path: one's own, another's, and nobody's. */
const valuesOf = ({ world }: Walk): Readonly<Record<string, readonly string[]>> => ({
  scope: [agencyScope(world.agency1), visitScope(world.visit1), agencyScope(world.agency2), visitScope(world.visit2), agencyScope(newUuid(world.ids))],
  sha256: ([1, 2] as const).flatMap((n) => [shaOf(fileOf(n, 'FILE')), shaOf(fileOf(n, 'SHARED'))]),
  edition: ['le-1', 'none'], revision: ['1', '2'], chapter: ['c1', 'c2', 'c3'], language: ['es', 'en'], index: ['0'],
  user: [world.users.lucia, world.users.nuria, newUuid(world.ids)], agency: [world.agency1, world.agency2], visit: [world.visit1, world.visit2],
  id: [world.users.lucia, newUuid(world.ids)], device: [newUuid(world.ids)], session: ['0'.repeat(32)],
});

type Request = { readonly method: 'GET' | 'POST' | 'PUT'; readonly url: string; readonly payload?: object | Buffer; readonly headers?: Record<string, string> };
type Bodies = (walk: Walk, asker: string) => readonly object[];

const none: Bodies = () => [];
/**
 * Every route of the server and what is sent to it. **A new route fails the walk until it stands here**: with bodies that ask for
 * as much as the route can give, of one's own and of others. `never`: what would end the walk itself.
 */
const ROUTES: Readonly<Record<string, Bodies | 'never'>> = {
  'POST /api/auth/params': () => [{ email: 'nuria@example.org' }],
  'POST /api/auth/sign-in': () => [{ email: 'nuria@example.org', signInKey: '0'.repeat(64) }],
  'POST /api/auth/sign-out': 'never',
  'POST /api/join/look': () => [{ joinCode: 'K7QM' }],
  'POST /api/join': () => [{ joinCode: 'K7QM', name: 'Nadie', signInKey: '0'.repeat(64) }],
  'POST /api/password': () => [{ oldKey: '0'.repeat(64), newKey: '1'.repeat(64), endOtherSessions: true }],
  'GET /api/admin/invitations': none,
  'POST /api/admin/invitations': () => [{ role: 'agency_reader', name: 'Otra persona', email: 'otra@example.org', code: 'ZZ' }],
  'POST /api/admin/invitations/:id/revoke': () => [{}],
  'POST /api/admin/people/:id/reset': () => [{}],
  'POST /api/recovery': ({ world }) => [{
    id: newUuid(world.ids), userId: world.users.nuria, device: newUuid(world.ids), keyId: 'K7QM2XVD', sealed: { ephemeral: 'AAAA', box: 'AAAA' }, answerKey: 'AAAA', tokenHash: '0'.repeat(64),
  }],
  'POST /api/recovery/:id': () => [{ token: 'AAAA' }],
  'GET /api/admin/recovery-requests': none,
  'POST /api/admin/recovery-requests/:id/refuse': () => [{}],
  'GET /api/me': none,
  'GET /api/health': none,
  // Does not end. What it says is tried in `live.test.ts`.
  'GET /api/live': 'never',
  'POST /api/devices': () => [{ device: '00000000-0000-4000-8000-000000000001', publicKey: 'x' }],
  'POST /api/sync': ({ world }, asker) => [
    { ops: [], commands: [], cursors: {}, epoch: '' },
    { ops: [], commands: [], cursors: { [agencyScope(world.agency2)]: 0, [visitScope(world.visit2)]: 0, [visitScope(world.visit1)]: 0 }, epoch: '' },
    {
      ops: [], cursors: {}, epoch: '',
      commands: [world.agency1, world.agency2].flatMap((agency, i) => [
        { type: 'create-agency', agency },
        { type: 'set-team', agency, visit: i === 0 ? world.visit2 : world.visit1, leader: asker, advisors: [asker] },
        { type: 'name-manager', agency: i === 0 ? world.agency2 : world.agency1, user: asker },
      ]),
    },
  ],
  'GET /api/editions/:edition/:revision': none,
  'GET /api/editions/:edition/:revision/chapters/:chapter/:language': none,
  'GET /api/forms': none,
  'POST /api/forms': () => [{ id: 'x', revision: 1, kind: 'checklist', title: {}, programs: ['LE'], nodes: [], lists: {} }],
  'GET /api/visits/:scope/keys': none,
  'POST /api/files/status': (walk) => [{ files: valuesOf(walk)['scope']?.flatMap((scope) => valuesOf(walk)['sha256']?.map((sha256) => ({ scope, sha256 })) ?? []) }],
  'GET /api/files/:scope/:sha256': none,
  'GET /api/files/:scope/:sha256/content': none,
  'PUT /api/files/:scope/:sha256/chunks/:index': none,
  'GET /api/admin/people': none,
  'POST /api/admin/people/:user': () => [{ name: 'Otro nombre' }],
  'POST /api/admin/people/:user/disable': 'never',
  'POST /api/admin/people/:user/enable': () => [{}],
  'GET /api/admin/devices': none,
  'POST /api/admin/devices/:device/revoke': () => [{ erase: 'at-once' }],
  'POST /api/admin/sessions/:session/end': () => [{}],
  'POST /api/admin/interviews/purge': () => [{ code: 'E-MA-01', check: true }, { code: 'E-MA-01', check: false }],
  'GET /api/admin/agencies': none,
  'POST /api/admin/agencies/:agency/region': () => [{ users: [] }],
  'POST /api/admin/agencies/:agency/readers': () => [{ users: [] }],
  'POST /api/admin/agencies/:agency/visits/:visit/team': ({ world }) => [{ leader: world.users.nuria, advisors: [] }],
  'GET /api/admin/quarantine': none,
  'POST /api/admin/quarantine/release': ({ world }) => [{ id: newUuid(world.ids), h: '0'.repeat(64) }],
  'GET /api/totals': none,
  'GET /api/admin/audit': none,
  'GET /api/admin/audit/check': none,
  'POST /api/admin/audit/export': () => [{}],
};

export const routesOfWalk: readonly string[] = Object.keys(ROUTES);
export const routesNotWalked: readonly string[] = Object.keys(ROUTES).filter((route) => ROUTES[route] === 'never');

/** Everything that a person can ask: each route with every value in its path and every body. */
export function* requestsOf(walk: Walk, asker: string): Generator<Request> {
  const values = valuesOf(walk);
  for (const [route, bodies] of Object.entries(ROUTES)) {
    if (bodies === 'never') continue;
    const [method = '', path = ''] = route.split(' ');
    for (const url of filled(path, values)) {
      if (method === 'GET') yield { method, url };
      if (method === 'PUT') yield { method, url: `${url}?total=1`, payload: Buffer.from('others'), headers: { 'content-type': 'application/octet-stream' } };
      if (method === 'POST') for (const payload of bodies(walk, asker)) yield { method, url, payload };
    }
  }
}

/** Every address that a path makes of the values. */
function filled(path: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return names.reduce<readonly string[]>((urls, name) => {
    const options = values[name];
    if (!options) throw new Error(`the walk has no values for :${name}`);
    return urls.flatMap((url) => options.map((option) => url.replace(`:${name}`, option)));
  }, [path]);
}
