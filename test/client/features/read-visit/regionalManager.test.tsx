// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { FindingScreen } from '#client/features/hand-over-findings/FindingScreen.tsx';
import { FindingsScreen } from '#client/features/hand-over-findings/FindingsScreen.tsx';
import { HomeScreen } from '#client/features/manage-agencies/HomeScreen.tsx';
import { StandardsScreen } from '#client/features/rate-standards/StandardsScreen.tsx';
import { InterviewsScreen } from '#client/features/record-interview/InterviewsScreen.tsx';
import { ObservationScreen } from '#client/features/record-observation/ObservationScreen.tsx';
import { ObservationsScreen } from '#client/features/record-observation/ObservationsScreen.tsx';
import { TodayScreen } from '#client/features/today/TodayScreen.tsx';
import type { Person } from '#core/people/role.ts';
import { cards, index, rating, VISIT } from '#test/client/aTabletVisit.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { BARE_FINDING, MANUAL, VISIT_ID, written } from '#test/core/finding/aVisitWithFindings.ts';

vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 300 });
});

const INES: Person = { id: '018f0000-0000-7000-8000-0000000000aa', name: 'Inés Cordero', code: 'IC', role: 'regional_manager' };
const OBSERVATION = '018f0000-0000-7000-8000-000000000201';

/** What can be typed into, ticked or told to write. The manual's language and the lists' filters only look. */
function writingControls(): readonly string[] {
  const fields = [...document.querySelectorAll('textarea, input:not([type=radio]):not([inputmode=search]), select')].map((one) => one.outerHTML.slice(0, 80));
  const acts = [...document.querySelectorAll('a[href$="/new"], a[href*="/new?"], a[href$="/hand-over"], a[href$="/pass"]')].map((one) => one.getAttribute('href') ?? '');
  const named = [...document.querySelectorAll('button')].map((one) => one.textContent ?? '').filter((text) => /Capturar|Todos cumplen|En cumplimiento|Cumple|Borrar|Confirmar|Guardar|Tomar foto|Aplica/.test(text));
  return [...fields, ...acts, ...named];
}

const SCREENS: readonly (readonly [string, ReactNode])[] = [
  ['today', <TodayScreen key="today" visitId={VISIT} />],
  ['a standard', <StandardsScreen key="standard" visitId={VISIT} standardId="4.2.3" />],
  ['a standard that may not apply', <StandardsScreen key="function" visitId={VISIT} standardId="4.2.4" />],
  ['the tour', <ObservationsScreen key="tour" visitId={VISIT} />],
  ['an observation', <ObservationScreen key="observation" visitId={VISIT} observationId={OBSERVATION} />],
  ['a new observation by its address', <ObservationScreen key="new" visitId={VISIT} observationId="new" />],
  ['interviews', <InterviewsScreen key="interviews" visitId={VISIT} />],
  ['findings', <FindingsScreen key="findings" visitId={VISIT} />],
];

test.each(SCREENS)('[A1] a regional manager reads %s and is offered nothing that would be refused', async (_name, ui) => {
  const ratings = [rating(DALE.id, '4.2.3', { result: 'in_compliance' }), rating(DALE.id, '4.2.4', { applicability: 'na_function' })];
  const { workspace } = await renderWithWorkspace(ui, { me: INES, manual: index, written: [cards, ...ratings] });
  await screen.findAllByText('Policía de Valle Sereno');
  expect(writingControls()).toEqual([]);
  expect(workspace.sealed).toEqual([]);
});

test('[A1] the same screens offer the team what it needs, so that the test above would see it', async () => {
  const counts: number[] = [];
  for (const [, ui] of SCREENS) {
    const { unmount } = await renderWithWorkspace(ui, { me: DALE, manual: index, written: [cards] });
    await screen.findAllByText('Policía de Valle Sereno');
    counts.push(writingControls().length);
    unmount();
  }
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test('[A1] a draft is read whole: its words, its reasons, and the evidence of its standard', async () => {
  await renderWithWorkspace(<FindingScreen visitId={VISIT_ID} findingId={BARE_FINDING} verify={() => null} />, { me: INES, manual: MANUAL, written });
  await screen.findByRole('heading', { level: 1 });
  expect(writingControls()).toEqual([]);
  expect(screen.getByText('Evidencia del estándar')).toBeTruthy();
});

test('a regional manager lands on the agencies of the region, each with its visits', async () => {
  await renderWithWorkspace(<HomeScreen />, { me: INES, manual: index, written: [cards] });
  expect(screen.getByRole('heading', { level: 1, name: 'Mis agencias' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Policía de Valle Sereno/ }).textContent).toMatch(/1 visita, la última desde el 21 nov 2026.*Sin hallazgos entregados/);
});

test('[A1] the agency’s people find no way to open a visit', async () => {
  await renderWithWorkspace(<TodayScreen visitId={VISIT} />, { me: { ...MARTA, role: 'agency_reader' }, manual: index, written: [cards], scopes: new Map() });
  expect(screen.getByText('Esta visita no está en la tableta')).toBeTruthy();
});
