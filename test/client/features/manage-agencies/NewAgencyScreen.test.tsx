// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NewAgencyScreen } from '#client/features/manage-agencies/NewAgencyScreen.tsx';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

const write = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function fillIn(): Promise<void> {
  write('Nombre oficial', 'Policía Municipal de Prueba');
  write('Programa', 'LE');
  write('Orden de gobierno', 'municipal');
  write('Estado', 'SON');
  write('Tamaño', 'B');
  await act(async () => undefined);
}

const create = (): Promise<void> => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Crear la agencia' })));

test('creating an agency writes its card and asks for the right to work on it in one act', async () => {
  const { workspace, path } = await renderWithWorkspace(<NewAgencyScreen />, { path: '/agencies/new' });
  await fillIn();
  await create();
  expect(workspace.sealed).toHaveLength(1);
  const [card] = workspace.sealed;
  expect(card).toMatchObject({ entity: 'agency', set: { name: 'Policía Municipal de Prueba', program: 'LE', state: 'SON', timeZone: 'America/Hermosillo', sizeBand: 'B' } });
  expect(workspace.commands).toEqual([{ type: 'create-agency', agency: card?.entityId }]);
  expect(path()).toBe(`/agencies/${card?.entityId}`);
});

test('the time zone is proposed from the state and what a person chose is kept', async () => {
  const { workspace } = await renderWithWorkspace(<NewAgencyScreen />);
  await fillIn();
  write('Estado', 'CHH');
  write('Zona horaria', 'America/Ciudad_Juarez');
  await create();
  expect(workspace.sealed[0]?.set['timeZone']).toBe('America/Ciudad_Juarez');
});

test('what is missing is named at its field and nothing is written', async () => {
  const { workspace } = await renderWithWorkspace(<NewAgencyScreen />);
  await create();
  expect(screen.getByText('Escriba el nombre de la agencia')).toBeTruthy();
  expect(screen.getByText('Elija el tamaño')).toBeTruthy();
  expect(workspace.sealed).toHaveLength(0);
});

test('a half-filled form survives a lock', async () => {
  const { workspace, unmount } = await renderWithWorkspace(<NewAgencyScreen />);
  write('Nombre oficial', 'A medias');
  unmount();
  expect([...workspace.draftsByKey.values()].map((draft) => draft.value)).toEqual(['{"name":"A medias"}']);
});

test('a full disk keeps what was typed on the screen', async () => {
  const { workspace } = await renderWithWorkspace(<NewAgencyScreen />);
  await fillIn();
  workspace.failNextSeal({ type: 'disk-full' });
  await create();
  expect(screen.getByRole('alert').textContent).toContain('no tiene espacio');
  expect(screen.getByLabelText('Nombre oficial')).toHaveProperty('value', 'Policía Municipal de Prueba');
});
