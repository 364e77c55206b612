// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Form, FormQuestion } from '#core/form/form.ts';
import { formRecordsOf } from '#core/form/formRecord.ts';
import { evidenceByStandard } from '#core/visit/evidence.ts';
import { FormRecordScreen } from '#client/features/fill-forms/FormRecordScreen.tsx';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { SCOPE, tour, VISIT } from '#test/client/features/record-observation/tourVisit.ts';

const question = (name: string, type: FormQuestion['type'], es: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  kind: 'question', name, type, label: { es }, hint: {}, required: false, constraintMessage: {}, standards: [], areas: [], ...more,
});
const FORM: Form = {
  id: 'ronda', revision: 1, kind: 'checklist', title: { es: 'Ronda de la bodega', en: 'Round' }, programs: ['LE'], lists: {},
  nodes: [
    question('door', 'yesNo', '¿La puerta cierra?', { standards: ['4.2.3'] }), question('log', 'yesNo', '¿Hay bitácora?', { standards: ['4.2.3'] }),
    question('why', 'text', '¿Por qué no cierra?', { relevant: "${door} = 'no'", required: true }), question('people', 'integer', '¿Cuántas personas?', { constraint: '. > 0', constraintMessage: { es: 'Al menos una.' } }),
    { kind: 'group', name: 'shelf', label: { es: 'Estante' }, repeats: true, nodes: [question('item', 'text', 'Indicio')] },
  ],
};
const RECORD = '018f0000-0000-7000-8000-0000000000f1';
const open = (recordId: string, options = tour()) => renderWithWorkspace(<FormRecordScreen visitId={VISIT} recordId={recordId} formId="ronda" />, { ...options, forms: [FORM] });
const chip = async (group: string, name: string): Promise<void> =>
  act(async () => [...screen.getByRole('group', { name: group }).querySelectorAll('button')].find((button) => button.textContent === name)?.click());

test('opening a checklist saves nothing; the first answer begins it, and each answer is saved on its own', async () => {
  const { workspace } = await open('new');
  expect(workspace.sealed).toEqual([]);
  await chip('¿La puerta cierra?', 'Sí');
  expect(workspace.sealed.map((op) => op.set)).toMatchObject([{ 'form': 'ronda', 'formRevision': 1, 'answer.door': 'yes', 'outcome.4.2.3': 'supports' }]);
  expect(screen.getByText('1 de 3 respondidas')).toBeTruthy();
});

test('a no outshines a yes in the light of the standard, and a tap on the answer takes it back', async () => {
  const { workspace } = await open(RECORD);
  await chip('¿La puerta cierra?', 'Sí');
  await chip('¿Hay bitácora?', 'No');
  const light = () => evidenceByStandard(workspace.state(SCOPE), new Map()).get('4.2.3')?.observation;
  expect(light()).toBe('contradicts');
  await chip('¿Hay bitácora?', 'No');
  expect(light()).toBe('supports');
});

test('a question appears with its condition, what is required is told without keeping anybody from leaving, and a wrong number says so', async () => {
  const { workspace } = await open(RECORD);
  expect(screen.queryByLabelText('¿Por qué no cierra?')).toBeNull();
  await chip('¿La puerta cierra?', 'No');
  expect(screen.getByLabelText('¿Por qué no cierra?')).toBeTruthy();
  expect(screen.getByText(/Falta 1 respuesta obligatoria/)).toBeTruthy();
  await act(async () => {
    fireEvent.change(screen.getByLabelText('¿Cuántas personas?'), { target: { value: '0' } });
    fireEvent.blur(screen.getByLabelText('¿Cuántas personas?'));
  });
  expect(screen.getByText('Al menos una.')).toBeTruthy();
  expect(formRecordsOf(workspace.state(SCOPE))[0]?.answers.values.get('people')).toBe('0');
});

test('a repeated group is added to and taken from, and each time keeps its own answer', async () => {
  const { workspace } = await open(RECORD);
  for (let i = 0; i < 2; i++) await act(async () => screen.getByRole('button', { name: 'Agregar uno' }).click());
  const fields = screen.getAllByLabelText('Indicio');
  for (const [i, field] of fields.entries()) {
    await act(async () => {
      fireEvent.change(field, { target: { value: `indicio ${i + 1}` } });
      fireEvent.blur(field);
    });
  }
  await act(async () => screen.getByRole('button', { name: 'Quitar el n.º 1' }).click());
  const record = formRecordsOf(workspace.state(SCOPE))[0];
  expect([...(record?.answers.values.values() ?? [])]).toEqual(['indicio 1', 'indicio 2']);
  expect(record?.answers.times.get('shelf')).toHaveLength(1);
  expect(screen.getAllByLabelText('Indicio')).toHaveLength(1);
});

test('two people who answered one question differently are both shown, and one tap settles it', async () => {
  const { workspace } = await open(RECORD, tour({ by: MARTA.id, changes: [{ scope: SCOPE, entity: 'formRecord', entityId: RECORD, set: { 'form': 'ronda', 'formRevision': 1, 'answer.door': 'yes', 'outcome.4.2.3': 'supports' } }] }));
  await act(async () => void workspace.arrive(DALE.id, [{ scope: SCOPE, entity: 'formRecord', entityId: RECORD, set: { 'answer.door': 'no', 'outcome.4.2.3': 'contradicts' }, base: { 'answer.door': [], 'outcome.4.2.3': [] } }]));
  await act(async () => screen.getByRole('button', { name: /Dejar.*No|Conservar.*No|«No»/ }).click());
  const record = formRecordsOf(workspace.state(SCOPE))[0];
  expect([record?.answers.values.get('door'), record?.outcomes.get('4.2.3'), record?.conflicts]).toEqual(['no', 'contradicts', []]);
});
