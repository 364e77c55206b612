import { expect, test } from 'vitest';
import { checkWrite } from '#core/op/permission.ts';
import { ok } from '#core/result.ts';

const ID = '0190a000-0000-7000-8000-000000000001';
const advisor = new Set(['technical_advisor'] as const);
const write = (entity: string, entityId: string, set: Readonly<Record<string, string>>) =>
  checkWrite({ id: ID, v: 1, scope: `visit:${ID}`, entity, entityId, set, actor: ID }, advisor, 1);

test('a conclusion or a barrier that was tapped by mistake can be taken back', () => {
  expect(write('observation', ID, { outcome: '', barrier: '' })).toEqual(ok('accepted'));
  expect(write('interview', `${ID}/${ID}`, { outcome: '' })).toEqual(ok('accepted'));
});

test('a consent, once given, is not a field that can be emptied', () => {
  expect(write('interview', `${ID}/${ID}`, { consent: '' })).toEqual(ok('held'));
});
