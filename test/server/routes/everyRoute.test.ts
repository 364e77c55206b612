import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import type { Name, ServerWorld } from '#test/server/builders/serverWorld.ts';
import { aWalk, canary, MAY_SEE, PLACES, requestsOf, routesNotWalked, routesOfWalk } from './routeWalk.ts';

const CANARIES = ([1, 2] as const).flatMap((n) => PLACES.map((place) => canary(n, place)));
/** The administrator last: what they do changes what others may. */
const NAMES: readonly Name[] = ['marta', 'dale', 'nuria', 'lucia', 'oscar', 'ines', 'tomas', 'kate', 'ana'];

const bytesOf = ({ rawPayload, headers }: LightMyRequestResponse): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(rawPayload) : rawPayload).toString('utf8');

/** Where one comes in, and where a balancer asks: before there is anybody to be asked who they are. */
const isDoor = (url: string): boolean => /^\/api\/(auth|join|recovery|health)(\/|$)/.test(url);
/** Team leaders invite too. */
const isAdmins = (url: string): boolean => url.startsWith('/api/admin/') && !url.startsWith('/api/admin/invitations');

/** Ids and e-mails of people and places that somebody must not even hear of. */
function strangersOf(name: Name, { agency1, visit1, agency2, visit2, users }: ServerWorld): readonly string[] {
  const people = (...names: readonly Name[]) => names.flatMap((one) => [users[one], `${one}@`]);
  if (name === 'oscar') return [agency1, visit1, ...people('marta', 'dale', 'lucia', 'ines', 'tomas', 'ana', 'kate')];
  if (name === 'lucia' || name === 'tomas' || name === 'ines' || name === 'dale') return [agency2, visit2, ...people('nuria', 'oscar', 'ana', 'kate')];
  return name === 'kate' ? [agency1, visit1, agency2, visit2, ...people(...NAMES.filter((one) => one !== 'kate'))] : [];
}

test('[A10] every route that the server has is walked', async () => {
  const { routes } = await aWalk();
  const mine = [...new Set(routes)].filter((route) => !route.startsWith('HEAD ')).sort();
  // A new route: say in `routeWalk.ts` what is sent to it.
  expect(mine).toEqual([...routesOfWalk].sort());
  expect(routesNotWalked).toEqual(['POST /api/auth/sign-out', 'GET /api/live', 'POST /api/admin/people/:user/disable']);
});

test('[A10][S8][S19][S21] whoever asks whatever, with any id: each person sees their own and not a word more', { timeout: 120_000 }, async () => {
  const walk = await aWalk();
  const { world } = walk;
  for (const name of NAMES) {
    const caller = await walk.signIn(name);
    const seen = new Set<string>();
    for (const request of requestsOf(walk, world.users[name])) {
      // A person, not a loop: the limits are tried elsewhere.
      world.ids.passMs(1_000);
      const answer = await caller(request);
      const body = bytesOf(answer);
      const found = CANARIES.filter((word) => body.includes(word));
      const foreign = found.filter((word) => !MAY_SEE[name].includes(word));
      expect([name, request.url, foreign]).toEqual([name, request.url, []]);
      expect([request.url, answer.statusCode < 500]).toEqual([request.url, true]);
      if (isAdmins(request.url) && name !== 'ana') expect([name, request.url, answer.statusCode]).toEqual([name, request.url, 403]);
      for (const word of found) seen.add(word);
      const strangers = isDoor(request.url) ? [] : strangersOf(name, world).filter((word) => body.includes(word));
      expect([name, request.url, strangers]).toEqual([name, request.url, []]);
    }
    // Everything that they may see was there to be found: a filter that lets more through would have shown it.
    expect([name, [...seen].sort()]).toEqual([name, [...MAY_SEE[name]].sort()]);
  }
});

test('[A10][S24] without a session no route but signing in answers anything', async () => {
  const walk = await aWalk();
  for (const request of requestsOf(walk, walk.world.users.marta)) {
    if (isDoor(request.url)) continue;
    walk.world.ids.passMs(1_000);
    const answer = await walk.call(request);
    expect([request.url, answer.statusCode, answer.json().code]).toEqual([request.url, 401, 'not-signed-in']);
  }
});

test('[A10][S21] an agency reads of a manual only the chapters that its findings name; who has no scope reads none', async () => {
  const walk = await aWalk();
  const chapters = async (name: Name): Promise<readonly string[]> => {
    const caller = await walk.signIn(name);
    const answers = await Promise.all(['c1', 'c2', 'c3'].map(async (chapter) => ({ chapter, answer: await caller({ url: `/api/editions/le-1/1/chapters/${chapter}/es` }) })));
    return answers.filter(({ answer }) => answer.statusCode === 200).map(({ chapter }) => chapter);
  };
  expect(await chapters('lucia')).toEqual(['c1']);
  expect(await chapters('tomas')).toEqual(['c1']);
  expect(await chapters('oscar')).toEqual(['c2']);
  expect(await chapters('ines')).toEqual(['c1', 'c2', 'c3']);
  for (const name of ['ana', 'kate'] as const) expect(await chapters(name)).toEqual([]);
});
