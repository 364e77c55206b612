// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { FindingScreen } from '#client/features/hand-over-findings/FindingScreen.tsx';
import { FindingsScreen } from '#client/features/hand-over-findings/FindingsScreen.tsx';
import { draftFindingOf } from '#core/finding/draftFinding.ts';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { BARE_FINDING, FINDING, handOver, INTERVIEW_WORDS, MANUAL, OTHER_PHOTO, VISIT, VISIT_ID, written } from '#test/core/finding/aVisitWithFindings.ts';

// Whole screens in jsdom, on machines that do other things besides.
vi.setConfig({ testTimeout: 30_000 });


const NoVerify = () => <p>lo que tiene la agencia</p>;
const open = (findingId: string, options: FakeOptions = {}) =>
  renderWithWorkspace(<FindingScreen visitId={VISIT_ID} findingId={findingId} verify={NoVerify} />, { manual: MANUAL, written, ...options });
const click = async (element: HTMLElement): Promise<void> => {
  await act(async () => fireEvent.click(element));
};

test('one touch on the grid sets harm and extent, and the cell says which priority it leads to', async () => {
  const { workspace } = await open(BARE_FINDING);
  await click(await screen.findByRole('button', { name: 'Daño probable, Se repite: prioridad Alta' }));
  expect(workspace.sealed.at(-1)?.set).toEqual({ harm: 'high', extent: 'pattern' });
  expect(screen.getByRole('button', { name: 'Daño probable, Se repite: prioridad Alta' }).getAttribute('aria-pressed')).toBe('true');
});

test('on a mandatory standard the screen says that a gap is at least high', async () => {
  await open(FINDING);
  expect(await screen.findByText(/una brecha en él tiene al menos prioridad alta/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Daño poco probable, Caso aislado: prioridad Alta' })).toBeTruthy();
});

test('a draft says what it still lacks, a complete one says so, and both lead to the hand-over', async () => {
  const { unmount } = await open(BARE_FINDING);
  expect(await screen.findByText('Falta el tipo de hallazgo')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Revisar lo que se entrega' }).getAttribute('href')).toBe(`/visits/${VISIT_ID}/hand-over`);
  unmount();
  await open(FINDING);
  expect(await screen.findByRole('heading', { name: 'Completo: ya puede entregarse' })).toBeTruthy();
});

test('the draft saves itself: kind, reason, bullet and photo are each one tap', async () => {
  const { workspace } = await open(FINDING);
  await click(await screen.findByRole('radio', { name: /Punto de atención/ }));
  await click(screen.getByRole('button', { name: 'Sin directiva' }));
  await click(screen.getByRole('checkbox', { name: /inciso b-d/ }));
  await click(screen.getByRole('checkbox', { name: /Foto que no se comparte/ }));
  expect(workspace.sealed.map((op) => op.set)).toEqual([{ kind: 'concern' }, { 'reason.no_directive': true }, { 'bullet.b-d': false }, { [`photo.${OTHER_PHOTO}`]: true }]);
});

test('an interview is beside the draft to write from, marked as not shared', async () => {
  await open(FINDING);
  expect(await screen.findByText(new RegExp(INTERVIEW_WORDS))).toBeTruthy();
  expect(screen.getByText('No se comparte')).toBeTruthy();
});

test('two statements stand side by side, each with its author, and one tap keeps one', async () => {
  const { workspace } = await open(FINDING);
  const base = { statement: draftFindingOf(workspace.state(VISIT), FINDING)?.entity.fields.get('statement')?.heads.map((op) => op.id) ?? [] };
  const at = { scope: VISIT, entity: 'finding', entityId: FINDING, base } as const;
  await act(async () => {
    workspace.arrive(MARTA.id, [{ ...at, set: { statement: 'Nadie firma.', statementLang: 'es' } }]);
    workspace.arrive(DALE.id, [{ ...at, set: { statement: 'Nobody signs.', statementLang: 'en' } }]);
  });
  const sides = screen.getByRole('heading', { name: 'Dos versiones: qué se encontró' }).closest('section');
  const english = within(sides ?? document.body).getByText('Nobody signs.');
  expect(english.getAttribute('lang')).toBe('en');
  expect(within(sides ?? document.body).getByText(/Dale Whitaker/)).toBeTruthy();
  const card = english.closest('article');
  await click(within(card ?? document.body).getByRole('button', { name: 'Usar ésta' }));
  expect(draftFindingOf(workspace.state(VISIT), FINDING)?.statement).toEqual({ text: 'Nobody signs.', conflict: false });
});

test('a deleted draft leaves the list, names every head that was seen, and undo brings it back', async () => {
  const { workspace, path } = await open(FINDING);
  await click(await screen.findByRole('button', { name: 'Borrar el borrador' }));
  expect(workspace.sealed.at(-1)).toMatchObject({ set: { deleted: true } });
  expect(workspace.sealed.at(-1)?.saw).not.toHaveLength(0);
  expect(path()).toBe(`/visits/${VISIT_ID}/findings`);
  await click(await screen.findByRole('button', { name: 'Deshacer' }));
  expect(draftFindingOf(workspace.state(VISIT), FINDING)?.facts.deletion).toBe('alive');
});

test('after the hand-over the same screen shows what the agency has, keeps the draft for a next one, and never deletes', async () => {
  const { workspace } = await open(FINDING);
  await act(async () => handOver(workspace));
  expect(await screen.findByText('lo que tiene la agencia')).toBeTruthy();
  await act(async () => {
    workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { statement: 'Otras palabras.' } }]);
  });
  expect(screen.getByText('Cambió desde que se entregó.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Borrar el borrador' })).toBeNull();
  expect(screen.getByText('Entregó a la agencia')).toBeTruthy();
});

test('the list groups findings by where they stand and counts what waits for the team', async () => {
  await renderWithWorkspace(<FindingsScreen visitId={VISIT_ID} />, { manual: MANUAL, written });
  expect(await screen.findByText('2 por entregar')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Completo, por entregar' })).toBeTruthy();
  const row = await waitFor(() => screen.getByRole('link', { name: /4\.2\.3 d/ }));
  expect(row.getAttribute('href')).toBe(`/visits/${VISIT_ID}/findings/${FINDING}`);
  await click(screen.getByRole('button', { name: 'Por verificar 0' }));
  expect(screen.getByText('Ningún hallazgo con este filtro.')).toBeTruthy();
});
