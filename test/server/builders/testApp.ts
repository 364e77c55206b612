import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createApp, type AppOptions } from '#server/app.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { localPokes, type Pokes } from '#server/live/pokes.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import type { Store } from '#server/store/store.ts';
import { memoryPurgedList } from './memoryPurgedList.ts';
import { SIGN_IN_KEY, serverWorld, type Name, type ServerWorld } from './serverWorld.ts';

export type TestApp = {
  readonly world: ServerWorld;
  readonly app: FastifyInstance;
  readonly fileBytes: FileBytes;
  readonly pokes: Pokes;
  readonly call: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  /** Signs in; gives the cookie. */
  readonly cookieOf: (name: Name) => Promise<string>;
  /** Signs in; gives a caller that sends the session's cookie. */
  readonly signIn: (name: Name) => Promise<(options: InjectOptions) => Promise<LightMyRequestResponse>>;
};

export async function testApp(store?: Store, options?: AppOptions, fileBytes: FileBytes = memoryFileBytes()): Promise<TestApp> {
  const world = await serverWorld(store);
  const pokes = localPokes();
  const app = await createApp({
    store: world.store, fileBytes, purgedList: memoryPurgedList(), pokes, nowMs: world.ids.nowMs, randomBytes: world.ids.randomBytes,
    keys: { macKey: world.deps.macKey, fakeUserKey: new Uint8Array(32).fill(9) },
  }, options);
  const call = (request: InjectOptions) => app.inject(request);
  const cookieOf = async (name: Name): Promise<string> => {
    const response = await call({ method: 'POST', url: '/api/auth/sign-in', payload: { email: `${name}@example.org`, signInKey: SIGN_IN_KEY } });
    const token = response.cookies.find((one) => one.name === 'cotejo_session')?.value;
    if (response.statusCode !== 204 || token === undefined) throw new Error(`sign-in failed: ${response.statusCode} ${response.body}`);
    return `cotejo_session=${token}`;
  };
  return {
    world, app, fileBytes, pokes, call, cookieOf,
    async signIn(name) {
      const cookie = await cookieOf(name);
      return (request) => call({ ...request, headers: { cookie, ...request.headers } });
    },
  };
}
