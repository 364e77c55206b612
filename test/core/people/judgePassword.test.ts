import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgePassword } from '#core/people/judgePassword.ts';

const marta = { name: 'Marta Ibáñez Soto', email: 'marta.ibanez@seguridad.example' };
const judge = (password: string) => judgePassword(password, marta);

test('[A21] a password has at least 12 characters, and what is missing is counted', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
    const length = Array.from(password.normalize('NFC')).length;
    expect(judge(password).type === 'too-short').toBe(length < 12);
  }));
  expect(judge('perro azul')).toEqual({ type: 'too-short', missing: 2 });
});

test('[A21] the password of the demo is not taken, however it is written', () => {
  for (const password of ['cotejo demo 2026', 'Cotejo Demo 2026', 'cotejo-demo-2026', 'cotejodemo2026']) expect(judge(password)).toEqual({ type: 'demo' });
});

test('[A21] what anybody would try first is not taken, however long', () => {
  for (const password of ['aaaaaaaaaaaaaaaa', '123456789012', 'abcabcabcabcabc', 'qwertyuiop123456', 'abcdefghijkl', '098765432109']) expect(judge(password), password).toEqual({ type: 'pattern' });
  for (const password of ['Marta Ibáñez 2026', 'martaibanez1234', 'ibanezmarta!!', 'Cotejo password 26']) expect(judge(password), password).toEqual({ type: 'about-you' });
});

test('a few words without sense are strong, and no capital or digit is asked for', () => {
  expect(judge('lluvia tractor quince mantel')).toEqual({ type: 'taken', strength: 'strong' });
  expect(judge('lluvia tractor quince')).toEqual({ type: 'taken', strength: 'strong' });
  expect(judge('tractor lluvioso')).toEqual({ type: 'taken', strength: 'good' });
  expect(judge('tractorlluvi')).toEqual({ type: 'taken', strength: 'enough' });
});
