// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { GapScreen } from '#client/features/answer-gaps/GapScreen.tsx';
import { GapsScreen } from '#client/features/answer-gaps/GapsScreen.tsx';
import { agencyFindingOf } from '#core/finding/agencyFinding.ts';
import { decisionChange } from '#core/finding/decisionChange.ts';
import { submissionChange } from '#core/finding/submissionChange.ts';
import type { Change } from '#core/op/change.ts';
import { LUCIA, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { AGENCY, AGENCY_ID, FINDING, MANUAL, opsAfterHandOver, photoFields } from '#test/core/finding/aVisitWithFindings.ts';

// Whole screens in jsdom, on machines that do other things besides.
vi.setConfig({ testTimeout: 30_000 });


const PROOF = `018f0000-0000-7000-8000-00000000a001/${LUCIA.id}`;
const attaches: Change = { scope: AGENCY, entity: 'proofPhoto', entityId: PROOF, set: { ...photoFields, finding: FINDING } };

/** What a manager's phone holds: the ops of the agency's scope and no other. */
const phoneOps = (...changes: readonly Change[]) => opsAfterHandOver([AGENCY], ...changes);

const phone = (options: FakeOptions = {}): FakeOptions => ({ me: LUCIA, manual: MANUAL, ops: phoneOps(), ...options });
const openGap = (options: FakeOptions = {}) => renderWithWorkspace(<GapScreen agencyId={AGENCY_ID} findingId={FINDING} />, phone(options));
const openList = (options: FakeOptions = {}) => renderWithWorkspace(<GapsScreen agencyId={AGENCY_ID} />, phone(options));
// By text: asking for roles computes the name of every element of the page each time.
const press = async (words: string): Promise<void> => {
  const found = await screen.findByText(words, { selector: 'button *' });
  await act(async () => fireEvent.click(found));
};
const check = async (words: string | RegExp): Promise<void> => {
  const found = await screen.findByText(words, { selector: 'label *' });
  await act(async () => fireEvent.click(found));
};

test('the manager reads what was found, what proof is wanted and the standard, and nothing of how it was rated', async () => {
  await openGap();
  await screen.findByText('Bitácora de accesos');
  expect(screen.getByRole('heading', { level: 1, name: /4\.2\.3 d\s*Bitácora de accesos/ })).toBeTruthy();
  expect(screen.getByText(/Nadie ajeno a la bodega/)).toBeTruthy();
  expect(screen.getByText('2 revisiones firmadas')).toBeTruthy();
  await press('Leer el estándar 4.2.3');
  expect(screen.getByText('inciso b-d')).toBeTruthy();
  for (const kept of ['Daño', 'Caso aislado', 'Borrador', 'Entrevista', 'hallazgo']) expect(document.body.textContent).not.toContain(kept);
});

test('without the manual’s chapter the gap can still be read and answered', async () => {
  const { workspace } = await renderWithWorkspace(<GapScreen agencyId={AGENCY_ID} findingId={FINDING} />, { me: LUCIA, ops: phoneOps() });
  expect(await screen.findByText(/El texto del estándar todavía no está aquí/)).toBeTruthy();
  await check('Aceptamos la brecha');
  expect(workspace.sealed.at(-1)?.set).toEqual({ 'answer.value': 'accepted' });
});

test('no answer is preselected, and accepting says what comes next', async () => {
  await openGap();
  for (const radio of await screen.findAllByRole('radio')) expect(radio).toHaveProperty('checked', false);
  await check('Aceptamos la brecha');
  expect(screen.getByText('Escriba quién se hará cargo y para cuándo.')).toBeTruthy();
});

test('who does it is kept as it is typed and saved on leaving the field', async () => {
  const { workspace } = await openGap();
  const field = await screen.findByLabelText('Responsable');
  await act(async () => {
    fireEvent.change(field, { target: { value: 'Of. Ramos' } });
    fireEvent.blur(field);
  });
  expect(agencyFindingOf(workspace.state(AGENCY), FINDING)?.answer.responsible.text).toBe('Of. Ramos');
});

test('a date is saved once it is whole, not digit by digit', async () => {
  const { workspace } = await openGap();
  const field = await screen.findByLabelText('Fecha en que quedará');
  for (const value of ['0002-12-04', '0020-12-04', '0202-12-04', '2026-12-04']) await act(async () => fireEvent.change(field, { target: { value } }));
  expect(workspace.sealed.map((op) => op.set)).toEqual([{ 'answer.dueDate': '2026-12-04' }]);
});

test('sending without a proof asks first whether to send it like this', async () => {
  const { workspace } = await openGap();
  await press('Lista para verificación');
  expect(await screen.findByText('Falta la prueba: ¿enviar así?')).toBeTruthy();
  expect(workspace.sealed).toHaveLength(0);
  await press('Enviar así');
  expect(workspace.sealed.at(-1)).toMatchObject({ entity: 'submission', set: { finding: FINDING } });
});

test('sending names the chosen photos in one append-only record, and says that it waits for the network', async () => {
  const { workspace } = await openGap({ ops: phoneOps(attaches) });
  await press('Lista para verificación');
  await screen.findByText('¿Enviar a verificación?');
  await act(async () => fireEvent.change(screen.getByLabelText('Nota para el equipo (opcional)'), { target: { value: 'Firmado ayer' } }));
  await press('Enviar 1 prueba');
  const sent = workspace.sealed.at(-1);
  expect(sent?.set).toEqual({ finding: FINDING, note: 'Firmado ayer', noteLang: 'es', [`photo.${PROOF}`]: true });
  expect(sent?.entityId).toBe(sent?.id);
  expect(await screen.findByText('Guardado aquí; se envía cuando haya red.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Quitar la prueba/ })).toBeNull();
});

test('a photo that the manager unchecks is not sent', async () => {
  const { workspace } = await openGap({ ops: phoneOps(attaches) });
  await press('Lista para verificación');
  await check(/Foto del/);
  await press('Enviar así');
  expect(workspace.sealed.at(-1)?.set).toEqual({ finding: FINDING });
});

test('what the team returned stands on top with what is missing', async () => {
  const { workspace } = await openGap({ ops: phoneOps(submissionChange(AGENCY, FINDING, { note: '', noteLanguage: 'es', photos: [] })) });
  await screen.findByText('Lo que se envió');
  const finding = agencyFindingOf(workspace.state(AGENCY), FINDING);
  await act(async () => {
    if (finding) workspace.arrive(MARTA.id, [decisionChange(AGENCY, finding, { value: 'returned', note: 'Falta la firma del mando', noteLanguage: 'es' })]);
  });
  expect(screen.getByRole('heading', { name: 'El equipo la devolvió: esto falta' })).toBeTruthy();
  expect(screen.getAllByText('Falta la firma del mando').length).toBeGreaterThan(0);
  expect(screen.getByText('Lea qué falta, adjunte la prueba y envíe otra vez.')).toBeTruthy();
});

test('the list says where the agency stands, what is due and what changed, in its own words', async () => {
  await openList();
  expect(await screen.findByRole('heading', { name: '0 de 1 brecha cerrada' })).toBeTruthy();
  expect(await screen.findByText('Se entregó 4.2.3 d')).toBeTruthy();
  expect(screen.getAllByText('Entregada').length).toBeGreaterThan(0);
  expect(screen.getByRole('heading', { name: '4 Capítulo 4' })).toBeTruthy();
});

test('the list is searched by number or words, and says so when nothing matches', async () => {
  await openList();
  const field = await screen.findByLabelText('Buscar por número o palabras');
  await act(async () => fireEvent.change(field, { target: { value: 'bitacora' } }));
  expect(screen.getByText('1 brecha, por capítulo y fecha')).toBeTruthy();
  await act(async () => fireEvent.change(field, { target: { value: 'patrulla' } }));
  expect(screen.getByText('Ninguna brecha coincide con su búsqueda.')).toBeTruthy();
});

test('a gap past its date is said to be overdue', async () => {
  const { workspace } = await openList();
  await act(async () => {
    workspace.arrive(MARTA.id, [{ scope: AGENCY, entity: 'finding', entityId: FINDING, set: { dueDate: '2026-11-21' } }]);
  });
  expect((await screen.findAllByText('Venció ayer')).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: 'Vencidas 1' })).toBeTruthy();
});

test('somebody of the team reads the agency’s page and cannot answer on its behalf', async () => {
  await openGap({ me: MARTA });
  expect(await screen.findByText('Usted puede leer esta brecha; responde la agencia.')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Lista para verificación' })).toBeNull();
});
