// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { FindingScreen } from '#client/features/hand-over-findings/FindingScreen.tsx';
import { VerifyFinding } from '#client/features/verify-findings/VerifyFinding.tsx';
import { agencyFindingOf } from '#core/finding/agencyFinding.ts';
import { decisionChange } from '#core/finding/decisionChange.ts';
import { submissionChange } from '#core/finding/submissionChange.ts';
import { DALE, LUCIA, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { AGENCY, answers, FINDING, MANUAL, opsAfterHandOver, VISIT, VISIT_ID } from '#test/core/finding/aVisitWithFindings.ts';

// Whole screens in jsdom, on machines that do other things besides.
vi.setConfig({ testTimeout: 30_000 });


/** A finding that was handed over, answered and sent for verification. */
const sentOps = () =>
  opsAfterHandOver(
    [VISIT, AGENCY],
    answers({ 'answer.value': 'accepted', 'answer.responsible': 'Of. Ramos', 'answer.comment': 'Se revisará cada mes.', 'answer.commentLang': 'es' }),
    submissionChange(AGENCY, FINDING, { note: 'El oficio ya está firmado.', noteLanguage: 'es', photos: [] }),
  );

const open = (options: FakeOptions = {}) =>
  renderWithWorkspace(<FindingScreen visitId={VISIT_ID } findingId={FINDING} verify={VerifyFinding} />, { manual: MANUAL, ops: sentOps(), ...options });
// In the open sheet, else on the page. By text: asking for roles computes the name of every element of the page each time.
const click = async (words: string): Promise<void> => {
  const sheet = screen.queryByText('Idioma de la nota')?.closest<HTMLElement>('[role=dialog]');
  const found = within(sheet ?? document.body).getByText(words, { selector: 'button *' });
  await act(async () => fireEvent.click(found));
};

test('the leader sees what the agency answered and sent, and verifies it in two taps', async () => {
  const { workspace } = await open();
  expect((await screen.findAllByText('El oficio ya está firmado.')).length).toBeGreaterThan(0);
  expect(screen.getByText('Of. Ramos')).toBeTruthy();
  await click('Verificar y cerrar');
  await screen.findByText(/El equipo da por cumplido/);
  await click('Verificar y cerrar');
  const decision = workspace.sealed.at(-1);
  expect(decision).toMatchObject({ entity: 'decision', scope: AGENCY, set: { finding: FINDING, value: 'closed' } });
  const submission = agencyFindingOf(workspace.state(AGENCY), FINDING)?.submissions[0];
  expect(decision?.saw).toEqual([submission?.id]);
  expect(agencyFindingOf(workspace.state(AGENCY), FINDING)?.state).toMatchObject({ value: 'verified_closed' });
});

test('returning asks what is missing, and what is typed survives closing the sheet', async () => {
  const { workspace } = await open();
  await screen.findByText('Decisión del equipo');
  await click('Devolver');
  await screen.findByLabelText('Qué falta');
  await click('Devolver');
  expect(await screen.findByText(/Escriba qué falta/)).toBeTruthy();
  expect(workspace.sealed).toHaveLength(0);
  await act(async () => fireEvent.change(screen.getByLabelText('Qué falta'), { target: { value: 'Falta la firma' } }));
  await click('Cancelar');
  expect([...workspace.draftsByKey.values()].map((draft) => draft.value)).toEqual(['Falta la firma']);
  await click('Devolver');
  expect((await screen.findByLabelText('Qué falta'))).toHaveProperty('value', 'Falta la firma');
  await click('Devolver');
  expect(workspace.sealed.at(-1)?.set).toMatchObject({ value: 'returned', note: 'Falta la firma', noteLang: 'es' });
  expect(workspace.draftsByKey.size).toBe(0);
});

test('an advisor reads everything and decides nothing', async () => {
  await open({ me: DALE });
  expect(await screen.findByText('La o el líder de equipo verifica, devuelve o cierra.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Verificar y cerrar' })).toBeNull();
});

test('two decisions that differ are both shown with who made them', async () => {
  const { workspace } = await open();
  await screen.findByText('Decisión del equipo');
  const before = agencyFindingOf(workspace.state(AGENCY), FINDING);
  await act(async () => {
    if (!before) return;
    workspace.arrive(MARTA.id, [
      decisionChange(AGENCY, before, { value: 'closed', note: '', noteLanguage: 'es' }),
      decisionChange(AGENCY, before, { value: 'returned', note: 'Falta el sello', noteLanguage: 'es' }),
    ]);
  });
  expect(screen.getByRole('heading', { name: 'Dos decisiones distintas' })).toBeTruthy();
  expect(screen.getAllByText('Falta el sello').length).toBeGreaterThan(0);
});

test('what the agency sends while the leader decides is not counted as seen', async () => {
  const { workspace } = await open();
  await screen.findByText('Decisión del equipo');
  await click('Verificar y cerrar');
  await screen.findByText(/El equipo da por cumplido/);
  await act(async () => {
    workspace.arrive(LUCIA.id, [submissionChange(AGENCY, FINDING, { note: 'Otra.', noteLanguage: 'es', photos: [] })]);
  });
  expect(screen.getByText(/Acaba de llegar un envío más/)).toBeTruthy();
  await click('Verificar y cerrar');
  expect(agencyFindingOf(workspace.state(AGENCY), FINDING)?.state).toMatchObject({ value: 'evidence_submitted' });
});
