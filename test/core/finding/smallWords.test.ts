import { expect, test } from 'vitest';
import { dueIn } from '#core/finding/dueIn.ts';
import { findingNumber } from '#core/finding/findingNumber.ts';
import { headline } from '#core/finding/headline.ts';
import { proofLines } from '#core/finding/proofLines.ts';
import { MANUAL } from './aVisitWithFindings.ts';

test('a due date is told by days, also over the change of a month and of a year', () => {
  expect(dueIn('2026-11-30', '2026-12-01')).toEqual({ kind: 'yesterday' });
  expect(dueIn('2027-01-01', '2026-12-31')).toEqual({ kind: 'tomorrow' });
  expect(dueIn('2026-11-22', '2026-11-22')).toEqual({ kind: 'today' });
  expect(dueIn('2026-11-26', '2026-11-22')).toEqual({ kind: 'later', days: 4 });
  expect(dueIn('2026-11-20', '2026-11-22')).toEqual({ kind: 'past', days: 2 });
  expect(dueIn(undefined, '2026-11-22')).toEqual({ kind: 'none' });
  expect(dueIn('', '2026-11-22')).toEqual({ kind: 'none' });
});

test('a row shows the first sentence, and a number with dots does not end it', () => {
  expect(headline('La directiva 1.2.10 falta. Nadie la conoce.')).toBe('La directiva 1.2.10 falta.');
  expect(headline('Sin punto final')).toBe('Sin punto final');
  expect(headline('Una línea\notra')).toBe('Una línea');
  expect(headline('palabra '.repeat(60)).length).toBeLessThanOrEqual(161);
});

test('wanted proofs are one a line, without the dashes and empty lines of the typist', () => {
  expect(proofLines('- Oficio\n\n 2 revisiones firmadas \n• Foto')).toEqual(['Oficio', '2 revisiones firmadas', 'Foto']);
  expect(proofLines(' \n')).toEqual([]);
});

test('a finding is named by its standard and bullets as printed', () => {
  expect(findingNumber(MANUAL, 's423', ['b-d'])).toBe('4.2.3 d');
  expect(findingNumber(MANUAL, 's424', [])).toBe('4.2.4');
  expect(findingNumber(undefined, 's423', [])).toBeUndefined();
});
