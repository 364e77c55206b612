import { expect, test } from 'vitest';
import { agencyOf } from '#core/agency/agency.ts';
import { MEXICAN_STATES, MEXICAN_TIME_ZONES } from '#core/agency/values.ts';
import type { FieldValues } from '#core/op/op.ts';
import { AGENCY_SCOPE } from '#test/builders/aFinding.ts';
import { AGENCY, anOp, LUCIA } from '#test/builders/opBuilder.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const read = (set: FieldValues) => agencyOf(stateOf(anOp({ scope: AGENCY_SCOPE, entity: 'agency', entityId: AGENCY, actor: LUCIA, set, base: {} })), AGENCY);

test('an agency that is only named is judged by the centre’s clock and as of the largest size', () => {
  expect(read({ name: 'Policía de Ensenada' })).toMatchObject({ name: 'Policía de Ensenada', timeZone: 'America/Mexico_City', sizeBand: 'D', program: undefined, functions: [], managers: [] });
  expect(read({ timeZone: '' })?.timeZone).toBe('America/Mexico_City');
});

test('the card gives what was written on it', () => {
  const card = { name: 'C4 Sonora', program: 'COM', state: 'SON', orderOfGovernment: 'state', timeZone: 'America/Hermosillo', sizeBand: 'B' };
  expect(read({ ...card, 'function.holding': true, 'function.k9': false, [`manager.${LUCIA}`]: true })).toMatchObject({ ...card, functions: ['holding'], managers: [LUCIA] });
});

test('there is no card of an agency that nobody wrote', () => {
  expect(agencyOf(stateOf(), AGENCY)).toBeUndefined();
});

test('the 32 states are there, each once, and every zone is known to this machine', () => {
  expect(new Set(MEXICAN_STATES).size).toBe(32);
  for (const timeZone of MEXICAN_TIME_ZONES) expect(() => new Intl.DateTimeFormat('es-MX', { timeZone })).not.toThrow();
});
