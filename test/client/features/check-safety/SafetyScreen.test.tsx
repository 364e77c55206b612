// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { RefusedTray } from '#client/features/check-safety/RefusedTray.tsx';
import { SafetyScreen } from '#client/features/check-safety/SafetyScreen.tsx';
import { visitScope } from '#core/op/scope.ts';
import { REFUSALS } from '#core/protocol/wire.ts';
import { initialSyncStatus, useSyncStatus } from '#client/sync/syncStatus.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import type { WaitingItem } from '#client/storage/safety/onlyHere.ts';
import { DALE, MARTA, makeFakeWorkspace } from '#test/client/makeFakeWorkspace.ts';

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

test('all texts are copied at once; of a visit that one has lost, none', async () => {
  const copied: string[] = [];
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } }));
  const lost = { ...op, id: 'lost', set: { text: 'de una visita que ya no es suya' } };
  const item = { reason: 'no-grant' as const, field: undefined, refusedAtMs: 0 };
  await renderWithWorkspace(<RefusedTray refused={[{ op, ...item }, { op: lost, ...item, scopeLost: true }]} />);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copiar todos los textos' })));
  expect(copied).toEqual(['El registro de llaves no está foliado.']);
  vi.unstubAllGlobals();
});

test('what exists only here is told by kind and one by one, with whose it is and whether a copy holds it', async () => {
  const item = (over: Partial<WaitingItem>): WaitingItem => ({ op, copied: false, ...over });
  const { workspace, container } = await renderWithWorkspace(<SafetyScreen />);
  workspace.report({ here: 3, waiting: 3, carried: 1, items: [item({}), item({ op: { ...op, id: '2' }, copied: true }), item({ op: { ...op, id: '3', actor: DALE.id }, broughtBy: DALE.id })], lastBackUpAtMs: Date.parse('2026-11-22T16:00:00Z') });
  await act(async () => void workspace.arrive(MARTA.id, [{ scope, entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000e5', set: { text: 'x' } }]));
  expect(container.textContent).toContain('3 registros, desde');
  expect(container.textContent).toContain('1 de colegas');
  expect(container.textContent).toContain('Última copia: ');
  expect(container.textContent).toContain('sin copia: registros, 2');
  fireEvent.click(screen.getByRole('button', { name: 'Ver uno por uno' }));
  expect(container.textContent).toContain('Dale Whitaker · Llegó en archivo de Dale Whitaker');
  expect(container.textContent).toContain('está en la copia');
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
