import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSON_CODE, proposeCode } from '#core/people/proposeCode.ts';

test('the initials of first name and first surname are proposed', () => {
  for (const [name, code] of [['Marta Ibáñez', 'MI'], ['María de la Luz Peña Soto', 'MP'], ['Óscar Peña', 'OP'], ['Dale', 'DA'], ['Ana Sofía Ñúñez Ríos', 'AN'], ['  ', ''], ['I', '']]) {
    expect(proposeCode(name ?? '', []), name).toBe(code);
  }
});

test('a code that somebody has is not proposed again', () => {
  expect(proposeCode('Marta Ibáñez', ['MI', 'MI2'])).toBe('MI3');
  fc.assert(fc.property(fc.string(), fc.array(fc.string()), (name, taken) => {
    const code = proposeCode(name, taken);
    if (code !== '') expect(code).toMatch(PERSON_CODE);
    expect(code !== '' && taken.includes(code)).toBe(false);
  }));
});
