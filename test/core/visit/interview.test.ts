import { expect, test } from 'vitest';
import { interviewOf, interviewsOf } from '#core/visit/interview.ts';
import { anId, anOp, MARTA } from '#test/builders/opBuilder.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const anInterview = (set: Readonly<Record<string, string | boolean>>) => anOp({ entity: 'interview', entityId: `${anId()}/${MARTA}`, set, base: {} });

test('an interview is read without unit and shift: whoever lists it cannot name the person', () => {
  const op = anInterview({ code: 'E-MR-01', unit: 'Grupo Táctico', shift: 'noche', text: 'Sí', roleCategory: 'custody' });
  const interview = interviewOf(stateOf(op), op.entityId);
  expect(interview).toMatchObject({ code: 'E-MR-01', author: MARTA, roleCategory: 'custody', text: { text: 'Sí', conflict: false } });
  expect(JSON.stringify(interview)).not.toMatch(/Táctico|noche/);
});

test('interviews are listed latest act first, by the recording time where nobody said otherwise', () => {
  const [early, late, unsaid] = [anInterview({ observedAt: '2026-11-09T09:00:00Z' }), anInterview({ observedAt: '2026-11-09T18:00:00Z' }), anInterview({ text: 'x' })];
  expect(interviewsOf(stateOf(early, late, unsaid)).map((one) => one.id)).toEqual([late.entityId, unsaid.entityId, early.entityId]);
});
