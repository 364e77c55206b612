import { expect, test } from 'vitest';
import { sealOp } from '#core/op/op.ts';
import { addOps, emptyScopeState } from '#core/op/scopeState.ts';
import { findInterview } from '#core/visit/findInterview.ts';
import { interviewContext } from '#core/visit/interviewContext.ts';
import { interviewsOf } from '#core/visit/interview.ts';

const UUID = '0190a000-0000-7000-8000-000000000002';
const KEY = `${UUID}/marta`;
const visit = addOps(emptyScopeState, [
  sealOp({
    id: '0190b000-0000-7000-8000-000000000001', v: 1, scope: 'visit:0190a000-0000-7000-8000-000000000001', entity: 'interview', entityId: KEY,
    set: { code: 'E-MI-01', unit: 'Grupo de género', shift: 'nocturno' }, base: { code: [], unit: [], shift: [] },
    actor: 'marta', device: 'device', n: 1, lamport: 1, at: '2026-11-18T17:00:00Z', timeZone: 'America/Mexico_City', salt: '00'.repeat(16),
  }),
]);

test('unit and shift, which could name a person, never travel with the interview into lists and reports', () => {
  expect(JSON.stringify(interviewsOf(visit))).not.toMatch(/nocturno|género/);
  expect(interviewContext(visit, KEY)).toEqual({ unit: 'Grupo de género', shift: 'nocturno' });
});

test('an address that carries only the first half of the key opens the interview', () => {
  expect(findInterview(visit, UUID)?.entityId).toBe(KEY);
  expect(findInterview(visit, UUID.slice(0, 8))).toBeUndefined();
});
