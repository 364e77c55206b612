// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { interviewOf } from '#core/visit/interview.ts';
import { InterviewScreen } from '#client/features/record-interview/InterviewScreen.tsx';
import { InterviewsScreen } from '#client/features/record-interview/InterviewsScreen.tsx';
import { SCOPE, tour, VISIT } from '#test/client/features/record-observation/tourVisit.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';

const UUID = '018f0000-0000-7000-8000-0000000000d1';
const held = (by: string, code: string) => ({
  by,
  changes: [{
    scope: SCOPE, entity: 'interview', entityId: `${UUID}/${by}`,
    set: {
      code, roleCategory: 'custody', unit: 'Separos norte', shift: 'nocturno', noticeVersion: '1', noticeLang: 'es', noticeShownAt: '2026-11-22T16:58:00Z',
      consent: 'tacit', attributable: false, observedAt: '2026-11-22T17:00:00Z', textLang: 'es', text: 'Revisa la celda cada hora.',
    },
  }],
});
const press = async (name: RegExp | string): Promise<void> => act(async () => screen.getByRole('button', { name }).click());
const mark = async (name: RegExp | string): Promise<void> => act(async () => screen.getByRole('radio', { name }).click());
const openNew = () => renderWithWorkspace(<InterviewScreen visitId={VISIT} interviewId="new" standardId="5.1.1" />, tour());
const toConsent = async (): Promise<void> => {
  await mark('Custodia');
  await press('Mostrar el aviso');
};

test('consent is never preselected, and not to be attributed is', async () => {
  await openNew();
  await toConsent();
  for (const name of [/^Tácito/, /^Por escrito/, /^No acepta/]) expect(screen.getByRole('radio', { name })).toHaveProperty('checked', false);
  expect(screen.getByRole('radio', { name: 'Sin atribuir' })).toHaveProperty('checked', true);
});

test('without a decision of the person nothing begins', async () => {
  const { workspace } = await openNew();
  await toConsent();
  await press('Empezar E-MI-01');
  expect(screen.getByRole('alert').textContent).toMatch(/Falta marcar/);
  expect(workspace.sealed).toEqual([]);
});

test('a person who does not accept leaves no trace, and the screen says so', async () => {
  const { workspace } = await openNew();
  await act(async () => fireEvent.change(screen.getByLabelText('Unidad'), { target: { value: 'Separos norte' } }));
  await toConsent();
  await mark(/^No acepta/);
  await press('Cerrar sin guardar');
  expect(screen.getByText(/No se guardó nada de esta entrevista/)).toBeTruthy();
  expect(workspace.sealed).toEqual([]);
  expect(workspace.draftsByKey.size).toBe(0);
});

test('with consent the interview begins in one act: code, post, notice, consent, standard, and its author in the key', async () => {
  const { workspace } = await openNew();
  await toConsent();
  await mark(/^Por escrito/);
  await press('Empezar E-MI-01');
  expect(workspace.sealed).toHaveLength(1);
  const op = workspace.sealed[0];
  expect(op?.entityId).toMatch(new RegExp(`^[0-9a-f-]{36}/${MARTA.id}$`));
  expect(op?.set).toMatchObject({
    code: 'E-MI-01', roleCategory: 'custody', noticeVersion: '2', noticeLang: 'es', consent: 'written', attributable: false, textLang: 'es', 'standard.5.1.1': true,
  });
  expect(op?.set).not.toHaveProperty('unit');
  expect(screen.getByLabelText('Lo que dijo')).toBeTruthy();
});

test('the notice can be shown in English on a Spanish screen, and that is recorded', async () => {
  const { workspace } = await openNew();
  await toConsent();
  await mark('English');
  expect(screen.getByRole('heading', { name: 'Privacy notice' }).getAttribute('lang')).toBe('en');
  expect(screen.getByText(/Your name is not kept/).textContent).toContain('E-MI-01');
  await mark(/^Tácito/);
  await press('Empezar E-MI-01');
  expect(workspace.sealed[0]?.set).toMatchObject({ noticeLang: 'en' });
});

test('its author writes what was said, and it is saved on leaving the field', async () => {
  const { workspace } = await renderWithWorkspace(<InterviewScreen visitId={VISIT} interviewId={UUID} />, tour(held(MARTA.id, 'E-MI-01')));
  await act(async () => {
    fireEvent.change(screen.getByLabelText('Lo que dijo'), { target: { value: 'Revisa la celda cada media hora.' } });
    fireEvent.blur(screen.getByLabelText('Lo que dijo'));
  });
  await press('Contradice');
  expect(interviewOf(workspace.state(SCOPE), `${UUID}/${MARTA.id}`)).toMatchObject({ text: { text: 'Revisa la celda cada media hora.' }, outcome: 'contradicts' });
});

test('a colleague’s interview can be read and not changed, and what could name the person is not shown', async () => {
  const { container } = await renderWithWorkspace(<InterviewScreen visitId={VISIT} interviewId={UUID} />, tour(held(DALE.id, 'E-DW-01')));
  expect(screen.getByText('Revisa la celda cada hora.')).toBeTruthy();
  expect(screen.queryByLabelText('Lo que dijo')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Contradice' })).toBeNull();
  expect(container.textContent).not.toMatch(/nocturno|Separos norte/);
});

test('two texts of one interview stand side by side and are never merged by machine', async () => {
  const { workspace } = await renderWithWorkspace(<InterviewScreen visitId={VISIT} interviewId={UUID} />, tour(held(MARTA.id, 'E-MI-01')));
  const write = (text: string) => [{ scope: SCOPE, entity: 'interview', entityId: `${UUID}/${MARTA.id}`, set: { text }, base: { text: [] } }];
  await act(async () => void workspace.arrive(MARTA.id, write('Revisa la celda cada hora. Firma en la bitácora.')));
  expect(screen.getByText('Revisa la celda cada hora.')).toBeTruthy();
  expect(screen.getByText('Revisa la celda cada hora. Firma en la bitácora.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Confirmar este texto' })).toBeNull();
});

test('the list names people by code and category only, and not even by unit or shift', async () => {
  const { container } = await renderWithWorkspace(<InterviewsScreen visitId={VISIT} />, tour(held(DALE.id, 'E-DW-01')));
  expect(screen.getByText('E-DW-01')).toBeTruthy();
  expect(screen.getByText('Custodia')).toBeTruthy();
  expect(container.textContent).not.toMatch(/nocturno|Separos norte/);
});

test('an interview that is not on this tablet is said to be missing, and nothing is begun', async () => {
  const { workspace } = await renderWithWorkspace(<InterviewScreen visitId={VISIT} interviewId={UUID} />, tour());
  expect(screen.getByText('Esta entrevista no está en la tableta')).toBeTruthy();
  expect(workspace.sealed).toEqual([]);
});
