import { expect, test } from 'vitest';
import { PERSON_HEADER } from '#core/protocol/wire.ts';
import { testApp } from '#test/server/builders/testApp.ts';

test('[S26] a tablet that asks for Marta with the session of Dale gets nothing, on every route', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const asMarta = { [PERSON_HEADER]: app.world.users.marta };
  const empty = { ops: [], commands: [], cursors: {}, epoch: '' };
  const visit = encodeURIComponent(`visit:${app.world.visit1}`);
  const calls = [
    { url: '/api/me' }, { method: 'POST', url: '/api/sync', payload: empty }, { method: 'POST', url: '/api/devices', payload: { device: app.world.users.marta, publicKey: 'x' } },
    { url: '/api/editions/e/1' }, { url: '/api/editions/e/1/chapters/1/es' },
    { url: `/api/files/${visit}/${'a'.repeat(64)}` }, { url: `/api/files/${visit}/${'a'.repeat(64)}/content` },
  ] as const;
  for (const call of calls) {
    const refused = await dale({ ...call, headers: asMarta });
    expect(refused.statusCode, call.url).toBe(401);
    expect(refused.json()).toMatchObject({ code: 'other-person' });
  }
  expect((await dale({ url: '/api/me', headers: { [PERSON_HEADER]: app.world.users.dale } })).statusCode).toBe(200);
});
