// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { photosOfVisit } from '#core/visit/photo.ts';
import { ok } from '#core/result.ts';
import { CaptureMenu } from '#client/parts/CaptureMenu.tsx';
import { SCOPE, tour, VISIT } from '#test/client/features/record-observation/tourVisit.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

vi.mock('#client/storage/files/preparePhoto.ts', () => ({
  preparePhoto: async () => ok({
    working: { sha256: 'a'.repeat(64), bytes: new Uint8Array([1]) }, thumb: { sha256: 'b'.repeat(64), bytes: new Uint8Array([2]) },
    capturedSha256: 'c'.repeat(64), width: 10, height: 10, sizeBytes: 1,
  }),
}));

test('from a standard, a note and an interview begin tied to it', async () => {
  await renderWithWorkspace(<CaptureMenu visitId={VISIT} opened onClose={() => undefined} standardId="4.2.3" />, tour());
  expect((await screen.findByRole('link', { name: 'Observación' })).getAttribute('href')).toBe(`/visits/${VISIT}/observations/new?standard=4.2.3`);
  expect(screen.getByRole('link', { name: 'Entrevista' }).getAttribute('href')).toBe(`/visits/${VISIT}/interviews/new?standard=4.2.3`);
});

test('a photo from anywhere is kept in a note of its own, which opens', async () => {
  const closed = vi.fn();
  const { workspace, path } = await renderWithWorkspace(<CaptureMenu visitId={VISIT} opened onClose={closed} standardId="4.2.3" />, tour());
  await screen.findByRole('dialog');
  const camera = document.querySelector<HTMLInputElement>('input[type=file][capture]');
  if (!camera) throw new Error('no camera');
  await act(async () => void fireEvent.change(camera, { target: { files: [new File(['x'], 'foto.jpg')] } }));
  const [photo] = photosOfVisit(workspace.state(SCOPE));
  expect(workspace.sealed[0]).toMatchObject({ entity: 'observation', entityId: photo?.subject, set: { code: 'O-MI-008', 'standard.4.2.3': true } });
  expect(path()).toBe(`/visits/${VISIT}/observations/${photo?.subject}`);
  expect(closed).toHaveBeenCalled();
});

test('Escape closes it', async () => {
  const closed = vi.fn();
  await renderWithWorkspace(<CaptureMenu visitId={VISIT} opened onClose={closed} />, tour());
  const sheet = await screen.findByRole('dialog');
  await act(async () => void fireEvent.keyDown(sheet, { key: 'Escape' }));
  expect(closed).toHaveBeenCalled();
});
