import { expect, test } from 'vitest';
import { readSettings } from '#server/settings.ts';

test('without any setting the server listens on this machine only, in production', () => {
  expect(readSettings({})).toEqual({ ok: true, value: { port: 4173, host: '127.0.0.1', dataFolder: './data', demo: false } });
});

test('every wrong setting is named at once', () => {
  const read = readSettings({ PORT: 'x', HOST: ' ', DATA_DIR: '', COTEJO_DEMO: 'yes', DATABASE_URL: 'mysql://root:secret@db/cotejo', DATABASE_POOL: '0', TRUST_PROXY: 'yes' });
  expect(read.ok ? [] : read.error.map((line) => line.split(' ')[0])).toEqual(['PORT', 'COTEJO_DEMO', 'HOST', 'DATA_DIR', 'TRUST_PROXY', 'DATABASE_POOL', 'DATABASE_URL']);
  expect(JSON.stringify(read)).not.toContain('secret');
  expect(readSettings({ PORT: '65536' }).ok).toBe(false);
});

test('PostgreSQL and the key file are settings', () => {
  const url = 'postgres://cotejo:secret@db:5432/cotejo';
  const read = readSettings({ DATABASE_URL: url, DATABASE_POOL: '25', SERVER_KEY_FILE: '/run/secrets/server.key' });
  expect(read).toMatchObject({ ok: true, value: { database: { url, pool: 25 }, serverKeyFile: '/run/secrets/server.key' } });
});
