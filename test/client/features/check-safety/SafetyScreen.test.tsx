// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { RefusedTray } from '#client/features/check-safety/RefusedTray.tsx';
import { SafetyScreen } from '#client/features/check-safety/SafetyScreen.tsx';
import { visitScope } from '#core/op/scope.ts';
import { REFUSALS } from '#core/protocol/wire.ts';
import { initialSyncStatus, useSyncStatus } from '#client/sync/syncStatus.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { MARTA, makeFakeWorkspace } from '#test/client/makeFakeWorkspace.ts';

beforeEach(() => useSyncStatus.setState(initialSyncStatus));

const scope = visitScope('018f0000-0000-7000-8000-0000000000d1');
const [op] = makeFakeWorkspace({}).arrive(MARTA.id, [
  { scope, entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000e1', set: { code: 'O-MI-001', text: 'El registro de llaves no está foliado.', textLang: 'es' } },
]);
if (!op) throw new Error('no op');

test('what the server refused is shown in words, with its text and a way to copy it', async () => {
  await renderWithWorkspace(<RefusedTray refused={[{ op, reason: 'no-grant', field: undefined, refusedAtMs: 0 }]} />);
  expect(screen.getByText('Observación O-MI-001')).toBeTruthy();
  expect(screen.getByText('Usted ya no forma parte de esta visita o agencia.')).toBeTruthy();
  expect(screen.getByText('El registro de llaves no está foliado.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copiar el texto' })).toBeTruthy();
});

test('[L18] what was written in a visit that the person has lost is kept and shown, says what happened, and is not given out from here', async () => {
  await renderWithWorkspace(<RefusedTray refused={[{ op, reason: 'no-grant', field: undefined, refusedAtMs: 0, scopeLost: true }]} />);
  expect(screen.getByText('Usted ya no está en el equipo de esa visita y el servidor no recibió este registro en ella.')).toBeTruthy();
  expect(screen.getByText(/Lo demás de esa visita o agencia se quitó de esta tableta/)).toBeTruthy();
  expect(screen.getByText('El registro de llaves no está foliado.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copiar el texto' })).toBeNull();
});

test('every reason that the server can give has words in both languages', async () => {
  for (const language of ['es', 'en'] as const) {
    const { container, unmount } = await renderWithWorkspace(<RefusedTray refused={REFUSALS.map((reason, index) => ({ op: { ...op, id: String(index) }, reason, field: undefined, refusedAtMs: 0 }))} />, { language });
    expect(container.textContent).not.toContain('reason.');
    unmount();
  }
});

test('the sentence answers first, and the three counts add up', async () => {
  const { workspace, container } = await renderWithWorkspace(<SafetyScreen />);
  workspace.report({ here: 1_296, waiting: 12, onServer: 1_284 });
  await act(async () => void workspace.arrive(MARTA.id, [{ scope, entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000e2', set: { text: 'x' } }]));
  expect(screen.getByText('Sí. Todo lo que escribió está guardado y cifrado en esta tableta.')).toBeTruthy();
  expect(container.textContent).toContain('Hay 12 registros que existen sólo aquí');
  expect(container.textContent).toContain('1,296');
  expect(container.textContent).toContain('1,284');
});

test('a text that found no room on the disk is never said to be saved', async () => {
  const { workspace, container } = await renderWithWorkspace(<SafetyScreen />);
  workspace.report({ draftsNotKept: 1 });
  await act(async () => void workspace.arrive(MARTA.id, [{ scope, entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000e3', set: { text: 'x' } }]));
  expect(container.textContent).toContain('Falta guardar 1 texto: sólo está en la pantalla');
  expect(container.textContent).not.toContain('Todo lo que escribió está guardado');
});

test('a server that fails is named, with what to do, and not confused with a missing network', async () => {
  const { container } = await renderWithWorkspace(<SafetyScreen />);
  for (const failure of ['server', 'too-many']) {
    await act(async () => useSyncStatus.setState({ network: 'reached', failure }));
    expect(container.textContent, failure).toContain('El servidor tiene un problema y no recibe por ahora.');
    expect(container.textContent, failure).toContain('El servidor falla');
    await act(async () => useSyncStatus.setState({ phase: 'syncing' }));
    expect(container.textContent, 'while it is tried again').toContain('El servidor falla');
    await act(async () => useSyncStatus.setState({ phase: 'idle', failure: undefined }));
    expect(container.textContent).not.toContain('El servidor falla');
  }
});
