// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { entityOf } from '#core/op/scopeState.ts';
import { ratingOf } from '#core/rating/rating.ts';
import { draftFindingsOf } from '#core/finding/draftFinding.ts';
import { StandardsScreen } from '#client/features/rate-standards/StandardsScreen.tsx';
import { usePreferences } from '#client/storage/preferences.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { cards, EDITION, index, rating, SCOPE, VISIT } from '#test/client/aTabletVisit.ts';

// Roles of a whole screen are slow to compute where several suites share two cores.
vi.setConfig({ testTimeout: 30_000 });

// jsdom lays nothing out: a virtual list needs a height to draw its rows.
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 300 });
});

const open = (standardId: string | undefined, options: FakeOptions = {}) =>
  renderWithWorkspace(<StandardsScreen visitId={VISIT} {...(standardId === undefined ? {} : { standardId })} />, {
    me: DALE, manual: index, ...options, written: [cards, ...(options.written ?? [])],
  });
const tap = async (name: string | RegExp, role = 'button'): Promise<void> => {
  const target = await screen.findByRole(role, { name });
  await act(async () => fireEvent.click(target));
};
type Rendered = Awaited<ReturnType<typeof open>>;
const mine = (rendered: Rendered, standard = '4.2.3') => ratingOf(rendered.workspace.state(SCOPE), EDITION, standard, DALE.id);
const pad = () => within(screen.getByLabelText('Resultado del estándar 4.2.3'));
const rate = async (name: string): Promise<void> => {
  await screen.findByLabelText('Resultado del estándar 4.2.3');
  await act(async () => fireEvent.click(pad().getByRole('button', { name })));
};

test('with evidence in place a standard costs three taps: all met, in compliance, next', async () => {
  const rendered = await open('4.2.3');
  await tap('Todos cumplen');
  await tap(/^En cumplimiento$/);
  expect(mine(rendered)?.result).toBe('in_compliance');
  expect([...(mine(rendered)?.bullets.values() ?? [])]).toEqual(['met', 'met', 'met']);
  expect(screen.getByRole('link', { name: /Siguiente/ }).getAttribute('href')).toBe(`/visits/${VISIT}/standards/4.2.4`);
});

test('all met is not offered without evidence: it says what is missing and leads to the capture', async () => {
  await open('4.2.4');
  await screen.findByText(/pide al menos una observación o entrevista/);
  expect(screen.queryByRole('button', { name: 'Todos cumplen' })).toBeNull();
  expect(screen.getAllByRole('link', { name: 'Capturar' })[0]?.getAttribute('href')).toBe(`/visits/${VISIT}/observations/new?standard=4.2.4`);
});

test('in compliance with an unmet bullet names the bullet and goes to it instead of rating', async () => {
  const rendered = await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'in_review', 'bullet.0': 'met', 'bullet.4.2.3.a': 'met', 'bullet.4.2.3.d': 'not_met' })] });
  const key = await screen.findByRole('button', { name: /En cumplimiento.*El inciso d no cumple/ });
  await act(async () => fireEvent.click(key));
  expect(mine(rendered)?.result).toBe('in_review');
  expect(screen.getByRole('group', { name: 'Inciso d' }).contains(document.activeElement)).toBe(true);
});

test('the same result tapped again clears it', async () => {
  const rendered = await open('4.2.3');
  await rate('Parcial');
  expect(mine(rendered)?.result).toBe('partial');
  await rate('Parcial');
  expect(mine(rendered)?.result).toBe('not_reviewed');
});

test('what was tapped by mistake is taken back from the toast', async () => {
  const rendered = await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'verify_on_site' })] });
  await rate('En incumplimiento');
  expect(mine(rendered)?.result).toBe('not_in_compliance');
  await tap('Deshacer');
  expect(mine(rendered)?.result).toBe('verify_on_site');
});

test('the reason panel asks why and never stands before Next', async () => {
  await open('4.2.3');
  await rate('Parcial');
  expect(await screen.findByRole('region', { name: '¿Por qué?' })).toBeTruthy();
  const next = screen.getByRole('link', { name: /Siguiente/ });
  expect(next.getAttribute('href')).toContain('4.2.4');
  expect(next.getAttribute('data-active')).toBe('true');
});

test('a reason panel that was put away opens again without touching the result', async () => {
  const rendered = await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'partial', reason: 'Falta un mes.', reasonLang: 'es' })] });
  const panel = await screen.findByRole('region', { name: '¿Por qué?' });
  await act(async () => fireEvent.click(within(panel).getByRole('button', { name: 'Cerrar' })));
  expect(screen.queryByRole('region', { name: '¿Por qué?' })).toBeNull();
  await tap('Ver la razón');
  expect(within(screen.getByRole('region', { name: '¿Por qué?' })).getByDisplayValue('Falta un mes.')).toBeTruthy();
  expect(mine(rendered)?.result).toBe('partial');
});

test('on a phone a rated standard opens to be read: its reason panel comes with a tap', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media, matches: media.includes('max-device-width'), addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined,
  }));
  await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'partial', reason: 'Falta un mes.', reasonLang: 'es' })] });
  await screen.findByLabelText('Resultado del estándar 4.2.3');
  expect(screen.queryByRole('region', { name: '¿Por qué?' })).toBeNull();
  await tap('Ver la razón');
  expect(screen.getByRole('region', { name: '¿Por qué?' })).toBeTruthy();
  vi.unstubAllGlobals();
});

test('one tap makes the finding, with the reasons and the words just typed', async () => {
  const rendered = await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'partial', 'bullet.4.2.3.d': 'not_met' })] });
  await tap('Prueba insuficiente');
  fireEvent.change(await screen.findByLabelText('Razón en una línea'), { target: { value: 'La revisa el propio encargado.' } });
  await tap('Crear hallazgo');
  const [finding] = draftFindingsOf(rendered.workspace.state(SCOPE));
  expect(finding).toMatchObject({ code: 'H-DW-001', standard: '4.2.3', bullets: ['4.2.3.d'], reasons: ['insufficient_proof'], statement: { text: 'La revisa el propio encargado.' } });
  expect((await screen.findByRole('link', { name: 'Abrir H-DW-001' })).getAttribute('href')).toBe(`/visits/${VISIT}/findings/${finding?.id}`);
});

test('a full disk says so, and the result is not shown as saved', async () => {
  const rendered = await open('4.2.3');
  rendered.workspace.failNextSeal({ type: 'disk-full' });
  await rate('Parcial');
  expect((await screen.findByRole('alert')).textContent).toContain('No se guardó');
  expect(pad().getByRole('button', { name: 'Parcial' }).getAttribute('aria-pressed')).toBe('false');
});

test('a text that the manual has in English only is shown in English, with its language and its tag', async () => {
  await open('4.2.6');
  const title = within(await screen.findByRole('heading', { level: 1 })).getByText('Transfer of evidence');
  expect(title.getAttribute('lang')).toBe('en');
  expect(within(screen.getByRole('heading', { level: 1 })).getByText('EN').getAttribute('title')).toBe('Inglés');
  expect(screen.getByText('who transfers it;').getAttribute('lang')).toBe('en');
});

test('the manual’s language changes without the screen’s', async () => {
  await open('4.2.3');
  await tap('Ambos', 'radio');
  expect(usePreferences.getState().manualLanguage).toBe('both');
  expect(screen.getByText('The directive establishes:').getAttribute('lang')).toBe('en');
  expect(screen.getByText('La directiva establece:').getAttribute('lang')).toBe('es');
  expect(screen.getByRole('heading', { name: 'Incisos' })).toBeTruthy();
});

test('a reserved standard is shown, says so, and cannot be rated', async () => {
  await open('4.2.5');
  expect((await screen.findAllByText(/Número reservado por el manual/)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: 'Parcial' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Siguiente: 4.2.6' })).toBeTruthy();
});

test('after the last standard, Next leads back to the list', async () => {
  await open('4.2.6');
  expect((await screen.findByRole('link', { name: /Siguiente.*A la lista/ })).getAttribute('href')).toBe(`/visits/${VISIT}/standards`);
});

test('what the agency card proposes is confirmed by the leader and by nobody else', async () => {
  await open('4.2.4');
  await screen.findByText(/la agencia no realiza esta función: Resguarda a personas detenidas/);
  expect(screen.queryByRole('button', { name: 'Confirmar' })).toBeNull();
});

test('once the leader confirms that it does not apply, the pad gives way to the reason', async () => {
  const rendered = await open('4.2.4', { me: MARTA });
  await tap('Confirmar');
  expect(entityOf(rendered.workspace.state(SCOPE), 'teamRating', `${EDITION}/4.2.4`)?.fields.has('applicability')).toBe(true);
  await screen.findByText('Confirmado por el líder de equipo: no se califica.');
  expect(screen.queryByRole('button', { name: 'Parcial' })).toBeNull();
});

test('a difference is announced above the text, with the way to it', async () => {
  await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'partial' }), rating(MARTA.id, '4.2.3', { result: 'in_compliance_comment', reason: 'Falta un mes.', reasonLang: 'es' })] });
  expect((await screen.findByRole('link', { name: 'Comparar' })).getAttribute('href')).toBe(`/visits/${VISIT}/standards/4.2.3/settle`);
  expect(within(screen.getByRole('region', { name: 'Resultados del equipo' })).getByText('Falta un mes.').getAttribute('lang')).toBe('es');
});

test('a colleague’s result that arrives while I read is shown at once, and mine stays', async () => {
  const rendered = await open('4.2.3', { written: [rating(DALE.id, '4.2.3', { result: 'partial' })] });
  await act(async () => void rendered.workspace.arrive(MARTA.id, rating(MARTA.id, '4.2.3', { result: 'not_in_compliance' }).changes));
  expect(screen.getByText('Los resultados del equipo difieren.')).toBeTruthy();
  expect(mine(rendered)?.result).toBe('partial');
});

test('a standard is found by its number and by words without accents', async () => {
  await open(undefined);
  const search = await screen.findByLabelText('Número o palabras');
  fireEvent.change(search, { target: { value: '4.2.6' } });
  const list = screen.getByRole('list', { name: 'Lista de estándares' });
  await waitFor(() => expect(within(list).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([`/visits/${VISIT}/standards/4.2.6`]));
  fireEvent.change(search, { target: { value: 'acceso' } });
  await waitFor(() => expect(within(list).getAllByRole('link')[0]?.getAttribute('href')).toBe(`/visits/${VISIT}/standards/4.2.3`));
});

test('where the manual is not on the tablet the screen says so and leads to the download', async () => {
  await renderWithWorkspace(<StandardsScreen visitId={VISIT} standardId="4.2.3" />, { me: DALE, written: [cards] });
  expect((await screen.findByRole('link', { name: 'Preparar para salir' })).getAttribute('href')).toBe(`/visits/${VISIT}/prepare`);
});
