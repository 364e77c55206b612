// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TodayScreen } from '#client/features/today/TodayScreen.tsx';
import { cards, index, rating, SCOPE, VISIT } from '#test/client/aTabletVisit.ts';
import { type FakeOptions, renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';

const open = (options: FakeOptions = {}) =>
  renderWithWorkspace(<TodayScreen visitId={VISIT} />, { me: MARTA, manual: index, ...options, written: [cards, ...(options.written ?? [])] });

test('a difference between advisors stands on top for the leader and opens in one tap', async () => {
  await open({ written: [rating(MARTA.id, '4.2.3', { result: 'partial' }), rating(DALE.id, '4.2.3', { result: 'in_compliance' })] });
  const row = await screen.findByRole('link', { name: /1 diferencia por resolver/ });
  expect(row.getAttribute('href')).toBe(`/visits/${VISIT}/standards/4.2.3/settle`);
});

test('evidence that waits for my result is what comes next', async () => {
  await open();
  expect((await screen.findByRole('link', { name: 'Abrir estándar' })).getAttribute('href')).toBe(`/visits/${VISIT}/standards/4.2.3`);
  expect(screen.getByRole('link', { name: /1 con evidencia y sin su resultado/ })).toBeTruthy();
});

test('verify on site is counted as something to do, never as done', async () => {
  await open({ written: [rating(DALE.id, '4.2.4', { result: 'verify_on_site' })] });
  expect(await screen.findByRole('link', { name: /1 por verificar en sitio/ })).toBeTruthy();
  expect(screen.getByText(/0 de 3 con resultado · faltan 3/)).toBeTruthy();
});

test('a chapter is one sign per standard that is rated, said in words', async () => {
  await open({ written: [rating(MARTA.id, '4.2.3', { result: 'partial' })] });
  expect(await screen.findByRole('img', { name: '2 Sin revisar, 1 Parcial' })).toBeTruthy();
});

test('the forecast is said in words, and an edition without others says so', async () => {
  await open({ written: [rating(MARTA.id, '4.2.3', { result: 'not_in_compliance' })] });
  expect(await screen.findByText('No cumple la regla de esta edición.')).toBeTruthy();
  expect(screen.getByText(/Obligatorios: cumplen 0 de 3\. 1 en incumplimiento y 2 por decidir\./)).toBeTruthy();
  expect(screen.getByText('No hay estándares no obligatorios para esta agencia.')).toBeTruthy();
});

test('a note with two texts leads to the note', async () => {
  const note = '018f0000-0000-7000-8000-000000000201';
  const changed = (text: string) => ({ by: DALE.id, changes: [{ scope: SCOPE, entity: 'observation', entityId: note, set: { text }, base: { text: [] } }] });
  await open({ written: [changed('Otra.')] });
  expect((await screen.findByRole('link', { name: /1 nota con dos textos/ })).getAttribute('href')).toBe(`/visits/${VISIT}/observations/${note}`);
});

test('in English the same screen speaks English', async () => {
  await open({ language: 'en' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Team of the visit' })).getByText('Marta Ibáñez (you)')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Prepare for offline' }).getAttribute('href')).toBe(`/visits/${VISIT}/prepare`);
});
