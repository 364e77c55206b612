// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { HandOverScreen } from '#client/features/hand-over-findings/HandOverScreen.tsx';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { AGENCY, BARE_FINDING, FINDING, handOver, INTERVIEW_CODE, INTERVIEW_WORDS, MANUAL, VISIT, VISIT_ID, written } from '#test/core/finding/aVisitWithFindings.ts';

// Whole screens in jsdom, on machines that do other things besides.
vi.setConfig({ testTimeout: 30_000 });

const open = (options: FakeOptions = {}) => renderWithWorkspace(<HandOverScreen visitId={VISIT_ID} />, { manual: MANUAL, written, ...options });
const press = async (name: RegExp | string): Promise<void> => {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })));
};

test('the leader reads exactly what the agency will receive, and no word of an interview', async () => {
  await open();
  const preview = await screen.findByRole('article', { name: 'Lo que recibe la agencia de H-MI-001' });
  expect(within(preview).getByText(/Nadie ajeno a la bodega/)).toBeTruthy();
  expect(within(preview).getByText('Oficio: quién revisa')).toBeTruthy();
  expect(within(preview).getByText('Alta')).toBeTruthy();
  expect(within(preview).getAllByRole('img', { name: /Foto compartida/ })).toHaveLength(1);
  for (const secret of [INTERVIEW_WORDS, INTERVIEW_CODE, 'Foto que no se comparte', 'Daño poco probable']) expect(document.body.textContent).not.toContain(secret);
});

test('an incomplete finding says what it lacks and leads to where that is mended', async () => {
  await open();
  expect(await screen.findByText('Falta el tipo de hallazgo')).toBeTruthy();
  expect(screen.getByText('Falta decir qué se encontró')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Completar H-MI-002' }).getAttribute('href')).toBe(`/visits/${VISIT_ID}/findings/${BARE_FINDING}`);
});

test('handing over asks once with the agency and the count, is one act, and says that it is saved here until there is a network', async () => {
  const { workspace } = await open();
  await screen.findByText('1 hallazgo completo');
  await press('Entregar 1 hallazgo a la agencia');
  expect(await screen.findByText('¿Entregar 1 hallazgo a Policía de Valle Sereno?')).toBeTruthy();
  expect(workspace.sealed).toHaveLength(0);
  await press('Entregar a la agencia');
  expect(workspace.sealed.map((op) => op.entity).sort()).toEqual(['finding', 'publication', 'sharedPhoto']);
  expect(agencyFindingsOf(workspace.state(AGENCY)).map((finding) => finding.code)).toEqual(['H-MI-001']);
  expect(await screen.findByText(/Guardado aquí; llega a la agencia cuando haya red/)).toBeTruthy();
});

test('a finding that the leader leaves out stays here', async () => {
  await open();
  await act(async () => fireEvent.click(await screen.findByRole('checkbox', { name: /H-MI-001/ })));
  expect(screen.queryByRole('button', { name: /Entregar 1/ })).toBeNull();
  expect(screen.queryByRole('article')).toBeNull();
});

test('an advisor reads what is missing but cannot hand over', async () => {
  await open({ me: DALE });
  expect(await screen.findByText(/Sólo la o el líder de equipo entrega/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Entregar/ })).toBeNull();
  expect(screen.getByRole('checkbox', { name: /H-MI-001/ })).toHaveProperty('disabled', true);
});

test('a full disk leaves nothing handed over and says so', async () => {
  const { workspace } = await open();
  await screen.findByText('1 hallazgo completo');
  await press('Entregar 1 hallazgo a la agencia');
  workspace.failNextSeal({ type: 'disk-full' });
  await press('Entregar a la agencia');
  expect(screen.getByRole('alert').textContent).toContain('no tiene espacio');
  expect(agencyFindingsOf(workspace.state(AGENCY))).toEqual([]);
});

test('what changed since it was handed over is offered again, marked', async () => {
  const { workspace } = await open();
  await screen.findByText('1 hallazgo completo');
  await act(async () => {
    handOver(workspace);
    workspace.arrive(MARTA.id, [{ scope: VISIT, entity: 'finding', entityId: FINDING, set: { statement: 'Otras palabras.' } }]);
  });
  expect(screen.getByText('Cambió desde la entrega')).toBeTruthy();
});
