import { expect, test } from 'vitest';
import { readSettings } from '#server/settings.ts';

test('without any setting the server listens on this machine only, in production', () => {
  expect(readSettings({})).toEqual({ ok: true, value: { port: 4173, host: '127.0.0.1', dataFolder: './data', demo: false } });
});

test('every wrong setting is named at once', () => {
  const read = readSettings({ PORT: 'x', HOST: ' ', DATA_DIR: '', COTEJO_DEMO: 'yes' });
  expect(read.ok ? [] : read.error.map((line) => line.split(' ')[0])).toEqual(['PORT', 'COTEJO_DEMO', 'HOST', 'DATA_DIR']);
  expect(readSettings({ PORT: '65536' }).ok).toBe(false);
});
