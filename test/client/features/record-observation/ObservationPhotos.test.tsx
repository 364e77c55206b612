// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { photosOfVisit } from '#core/visit/photo.ts';
import { observationOf } from '#core/visit/observation.ts';
import { ObservationScreen } from '#client/features/record-observation/ObservationScreen.tsx';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';
import { ok } from '#core/result.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { MARTA } from '#test/client/makeFakeWorkspace.ts';
import { NOTE, SCOPE, tour, VISIT } from './tourVisit.ts';

const PHOTO: PreparedPhoto = {
  working: { sha256: 'a'.repeat(64), bytes: new Uint8Array([1, 2]) }, thumb: { sha256: 'b'.repeat(64), bytes: new Uint8Array([3]) },
  capturedSha256: 'c'.repeat(64), width: 2048, height: 1536, sizeBytes: 2,
};
// jsdom draws no pictures; what a browser makes of one is tested in a browser.
vi.mock('#client/storage/files/preparePhoto.ts', () => ({ preparePhoto: async () => ok(PHOTO) }));
URL.createObjectURL = () => 'blob:photo';
URL.revokeObjectURL = () => undefined;

const begun = { by: MARTA.id, changes: [{ scope: SCOPE, entity: 'observation', entityId: NOTE, set: { code: 'O-MI-001', text: 'La puerta cierra.', textLang: 'es' } }] };
const take = async (container: HTMLElement): Promise<void> => {
  const camera = container.querySelector<HTMLInputElement>('input[type=file][capture]');
  if (!camera) throw new Error('no camera');
  await act(async () => void fireEvent.change(camera, { target: { files: [new File(['x'], 'foto.jpg')] } }));
};

test('a photo is kept at once with its bytes, tied to its note', async () => {
  const { container, workspace } = await renderWithWorkspace(<ObservationScreen visitId={VISIT} observationId={NOTE} />, tour(begun));
  await take(container);
  expect(photosOfVisit(workspace.state(SCOPE))).toMatchObject([{ subject: NOTE, workingFile: PHOTO.working.sha256, width: 2048 }]);
  expect(await workspace.files.has(SCOPE, PHOTO.working.sha256)).toBe(true);
  expect(screen.getByRole('img', { name: 'Foto 1 de O-MI-001' })).toBeTruthy();
});

test('a photo taken while the disk is full leaves the note saved and says what is missing', async () => {
  const { container, workspace } = await renderWithWorkspace(<ObservationScreen visitId={VISIT} observationId={NOTE} />, tour(begun));
  workspace.failNextSeal({ type: 'disk-full' });
  await take(container);
  expect(screen.getByRole('alert').textContent).toMatch(/La foto no se guardó; la nota sigue guardada/);
  expect(photosOfVisit(workspace.state(SCOPE))).toEqual([]);
  expect(observationOf(workspace.state(SCOPE), NOTE)?.text.text).toBe('La puerta cierra.');
});

test('a photo as the first thing of a new observation begins it', async () => {
  const { container, workspace } = await renderWithWorkspace(<ObservationScreen visitId={VISIT} observationId="new" />, tour());
  await take(container);
  const [observation, photo] = workspace.sealed;
  expect(observation).toMatchObject({ entity: 'observation', set: { code: 'O-MI-008' } });
  expect(photo).toMatchObject({ entity: 'photo', set: { observation: observation?.entityId } });
});

test('a photo that was removed by mistake comes back', async () => {
  const { container, workspace } = await renderWithWorkspace(<ObservationScreen visitId={VISIT} observationId={NOTE} />, tour(begun));
  await take(container);
  await act(async () => screen.getByRole('button', { name: /Foto 1 de O-MI-001/ }).click());
  const remove = await screen.findByRole('button', { name: 'Quitar la foto' });
  await act(async () => remove.click());
  expect(photosOfVisit(workspace.state(SCOPE))).toEqual([]);
  await act(async () => screen.getByRole('button', { name: 'Deshacer' }).click());
  expect(photosOfVisit(workspace.state(SCOPE))).toHaveLength(1);
});
