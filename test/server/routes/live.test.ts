import { afterEach, expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { PERSON_HEADER } from '#core/protocol/wire.ts';
import { openEvents, type EventReader } from '#test/server/live/eventReader.ts';
import { agencyFinding, observation, type Name } from '#test/server/builders/serverWorld.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';

let app: TestApp | undefined;
afterEach(() => app?.app.close());

async function listening() {
  app = await testApp();
  const { world } = app;
  const url = await app.app.listen({ port: 0, host: '127.0.0.1' });
  const listen = async (name: Name): Promise<EventReader & { readonly cookie: string }> => {
    const cookie = await app?.cookieOf(name) ?? '';
    const events = await openEvents(url, { cookie });
    expect(await events.next()).toBe(': open');
    return { ...events, cookie };
  };
  return { app, world, url, listen };
}

test('[V1] whoever may read a scope hears of its news after the commit, and nobody else does', async () => {
  const { app: { signIn }, world, listen } = await listening();
  const [marta, lucia, oscar] = [await listen('marta'), await listen('lucia'), await listen('oscar')];
  const tablet = await world.tablet('marta');
  const push = await signIn('marta');
  const send = (...ops: Parameters<typeof tablet.request>[0]) => push({ method: 'POST', url: '/api/sync', payload: tablet.request(ops) });

  await send(tablet.seal(observation(world.visit1, newUuid(world.ids))));
  expect(await marta.next()).toBe(`scope ${JSON.stringify({ scope: visitScope(world.visit1), seq: 1 })}`);
  await send(tablet.seal(agencyFinding(world.agency1, newUuid(world.ids))));
  // The first that the manager hears: of the visit there was nothing.
  expect(await lucia.next()).toBe(`scope ${JSON.stringify({ scope: agencyScope(world.agency1), seq: 1 })}`);
  const nuria = await world.tablet('nuria');
  await (await signIn('nuria'))({ method: 'POST', url: '/api/sync', payload: nuria.request([nuria.seal(agencyFinding(world.agency2, newUuid(world.ids)))]) });
  expect(await oscar.next()).toBe(`scope ${JSON.stringify({ scope: agencyScope(world.agency2), seq: 1 })}`);
});

test('[V1] whoever is given a scope, or loses one, is told to ask; a scope that was lost is not spoken of again', async () => {
  const { app: { signIn }, world, listen } = await listening();
  const dale = await listen('dale');
  const tablet = await world.tablet('marta');
  const marta = await signIn('marta');
  const team = (advisors: readonly string[]) => marta({
    method: 'POST', url: '/api/sync',
    payload: tablet.request([], { commands: [{ type: 'set-team', agency: world.agency1, visit: world.visit1, leader: world.users.marta, advisors: [...advisors] }] }),
  });
  await team([]);
  expect(await dale.next()).toBe('pull {}');
  await marta({ method: 'POST', url: '/api/sync', payload: tablet.request([tablet.seal(observation(world.visit1, newUuid(world.ids)))]) });
  await team([world.users.dale]);
  expect(await dale.next()).toBe('pull {}');
});

test('[V2] a stream ends with its session, at once', async () => {
  const { app: { call }, listen } = await listening();
  const [one, other] = [await listen('marta'), await listen('dale')];
  await call({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { cookie: one.cookie } });
  expect(await one.next()).toBeUndefined();
  other.leave();
});

test('[V2] a server that closes ends its streams first, and does not wait for the tablets', async () => {
  const { app: { app: server }, listen } = await listening();
  const stream = await listen('marta');
  await server.close();
  expect(await stream.next()).toBeUndefined();
});

test('[V2] without a session, or with another person’s, there is no stream; what there is is not kept on the way', async () => {
  const { app: { cookieOf }, world, url } = await listening();
  expect((await openEvents(url, {})).status).toBe(401);
  const cookie = await cookieOf('marta');
  expect((await openEvents(url, { cookie, [PERSON_HEADER]: world.users.dale })).status).toBe(401);
  const { headers, leave } = await openEvents(url, { cookie, [PERSON_HEADER]: world.users.marta });
  expect([headers.get('content-type'), headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual(['text/event-stream; charset=utf-8', 'no-store', 'no']);
  leave();
});

test('[V1] a push that is refused, or fails, pokes nobody', async () => {
  const { app: { pokes, signIn }, world } = await listening();
  const published = vi.fn();
  pokes.subscribe(published);
  const tablet = await world.tablet('lucia');
  const lucia = await signIn('lucia');
  published.mockClear();
  const answer = await lucia({ method: 'POST', url: '/api/sync', payload: tablet.request([tablet.seal(observation(world.visit1, newUuid(world.ids)))]) });
  expect(answer.json().results[0].status).toBe('refused');
  expect(published).not.toHaveBeenCalled();
});
