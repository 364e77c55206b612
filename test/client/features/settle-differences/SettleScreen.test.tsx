// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { headsToSettle, teamResultOf } from '#core/rating/teamResult.ts';
import { SettleScreen } from '#client/features/settle-differences/SettleScreen.tsx';
import { cards, EDITION, index, rating, SCOPE, VISIT } from '#test/client/aTabletVisit.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';


const apart = [
  cards,
  rating(MARTA.id, '4.2.3', { result: 'in_compliance_comment', reason: 'Falta el mes de septiembre.', reasonLang: 'es', 'bullet.4.2.3.a': 'met', 'bullet.4.2.3.d': 'met' }),
  rating(DALE.id, '4.2.3', { result: 'not_in_compliance', reason: 'The custodian reviews his own log.', reasonLang: 'en', 'bullet.4.2.3.a': 'met', 'bullet.4.2.3.d': 'not_met' }),
];
const open = (options: FakeOptions = {}) =>
  renderWithWorkspace(<SettleScreen visitId={VISIT} standardId="4.2.3" />, { me: MARTA, manual: index, written: apart, ...options });
type Rendered = Awaited<ReturnType<typeof open>>;
const ratingsIn = ({ workspace }: Rendered) => ratingsByStandard(workspace.state(SCOPE)).get('4.2.3') ?? [];
const teamIn = (rendered: Rendered) => teamResultOf(rendered.workspace.state(SCOPE), EDITION, '4.2.3', ratingsIn(rendered));
const settleOn = async (choice: RegExp, reason: string): Promise<void> => {
  fireEvent.click(await screen.findByRole('radio', { name: choice }));
  fireEvent.change(screen.getByLabelText('Razón (la leerá el equipo)'), { target: { value: reason } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Resolver' })));
};

test('both results stand side by side, each reason in its own language, and the differing bullet is named', async () => {
  await open();
  const dale = within(await screen.findByRole('article', { name: DALE.name }));
  expect(dale.getByText('The custodian reviews his own log.').getAttribute('lang')).toBe('en');
  expect(dale.getByText('EN')).toBeTruthy();
  expect(within(screen.getByRole('article', { name: MARTA.name })).getByText('Falta el mes de septiembre.').getAttribute('lang')).toBe('es');
  expect(screen.getByText(/coinciden en a · difieren en d/)).toBeTruthy();
});

test('the settlement carries what the leader looked at, and the reason', async () => {
  const rendered = await open();
  const looked = headsToSettle(ratingsIn(rendered));
  await settleOn(/^En incumplimiento/, 'La revisión debe hacerla alguien ajeno.');
  const op = rendered.workspace.sealed.at(-1);
  expect(op?.set).toEqual({ 'settled.result': 'not_in_compliance', 'settled.reason': 'La revisión debe hacerla alguien ajeno.' });
  expect(op?.saw).toEqual(looked);
  expect(teamIn(rendered).kind).toBe('settled');
  expect(rendered.path()).toBe(`/visits/${VISIT}`);
});

test('without a reason nothing is settled, and the screen says what is missing', async () => {
  const rendered = await open();
  await settleOn(/^Parcial/, '  ');
  expect((await screen.findByRole('alert')).textContent).toContain('Escriba la razón');
  expect(rendered.workspace.sealed).toHaveLength(0);
});

test('asked to settle with nothing chosen, the screen goes to the choice and says so', async () => {
  await open();
  await act(async () => fireEvent.click(await screen.findByRole('button', { name: 'Resolver' })));
  expect((await screen.findByRole('alert')).textContent).toContain('Elija el resultado');
  expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
});

test('no result is preselected: none of the two wins by itself', async () => {
  await open();
  const radios = await screen.findAllByRole('radio');
  expect(radios.filter((radio) => radio instanceof HTMLInputElement && radio.checked)).toHaveLength(0);
  expect(radios).toHaveLength(4);
});

test('the reason that was half typed is still there after the tab was killed', async () => {
  const rendered = await open();
  fireEvent.change(await screen.findByLabelText('Razón (la leerá el equipo)'), { target: { value: 'A medias' } });
  expect([...rendered.workspace.draftsByKey.values()].map((draft) => draft.value)).toEqual(['A medias']);
  await settleOn(/^Parcial/, 'Completa.');
  expect(rendered.workspace.draftsByKey.size).toBe(0);
});

test('an advisor reads the difference and settles nothing', async () => {
  await open({ me: DALE });
  expect(await screen.findByText(/El líder de equipo elige el resultado/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Resolver' })).toBeNull();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('a different result that arrives after the settlement shows both, and who it is from', async () => {
  const rendered = await open();
  await settleOn(/^Parcial/, 'Así queda.');
  await act(async () => void rendered.workspace.arrive(DALE.id, rating(DALE.id, '4.2.3', { result: 'verify_on_site' }).changes));
  expect(await screen.findByText(/después llegó otro resultado de Dale Whitaker/)).toBeTruthy();
  expect(screen.getAllByText('Así queda.').length).toBeGreaterThan(0);
});

test('where the advisors differ on whether it applies, the leader says that too', async () => {
  const rendered = await open({ written: [...apart, rating(DALE.id, '4.2.3', { applicability: 'na_function' })] });
  await settleOn(/^Parcial/, 'Sí aplica.');
  expect((await screen.findByRole('alert')).textContent).toContain('Elija si el estándar aplica');
  fireEvent.click(screen.getByRole('radio', { name: 'Aplica' }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Resolver' })));
  expect(rendered.workspace.sealed.at(-1)?.set['applicability']).toBe('applicable');
});
