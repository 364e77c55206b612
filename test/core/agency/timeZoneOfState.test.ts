import { expect, test } from 'vitest';
import { timeZoneOfState } from '#core/agency/timeZoneOfState.ts';
import { MEXICAN_STATES, MEXICAN_TIME_ZONES } from '#core/agency/values.ts';

test('Tijuana, Hermosillo and Cancún do not keep the capital’s clock', () => {
  expect(timeZoneOfState('BCN')).toBe('America/Tijuana');
  expect(timeZoneOfState('SON')).toBe('America/Hermosillo');
  expect(timeZoneOfState('ROO')).toBe('America/Cancun');
  expect(timeZoneOfState('JAL')).toBe('America/Mexico_City');
});

test('every state has a zone that the product offers and this machine knows', () => {
  for (const state of MEXICAN_STATES) {
    const zone = timeZoneOfState(state);
    expect(MEXICAN_TIME_ZONES).toContain(zone);
    expect(() => new Intl.DateTimeFormat('es-MX', { timeZone: zone })).not.toThrow();
  }
});
