// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PhotoPicker } from '#client/parts/PhotoPicker.tsx';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

// jsdom decodes no pictures: what a browser says of a file that is none.
vi.stubGlobal('createImageBitmap', async () => Promise.reject(new DOMException('not an image', 'InvalidStateError')));
afterEach(() => vi.restoreAllMocks());

const files = (container: HTMLElement): HTMLInputElement => {
  const input = container.querySelector<HTMLInputElement>('input[type=file][multiple]');
  if (!input) throw new Error('no picker');
  return input;
};
const choose = async (container: HTMLElement, file: File): Promise<void> => {
  await act(async () => void fireEvent.change(files(container), { target: { files: [file] } }));
};

test('a file that is no photo is refused in words that say what is safe', async () => {
  const picked = vi.fn();
  const { container } = await renderWithWorkspace(<PhotoPicker label="Tomar foto" onPicked={picked} />);
  await choose(container, new File(['hola'], 'bitácora.pdf'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/«bitácora\.pdf» no es una foto o está dañada\. Lo demás está a salvo/);
  expect(picked).not.toHaveBeenCalled();
});

test('a photo of over 40 MB is refused before it is read', async () => {
  const picked = vi.fn();
  const { container } = await renderWithWorkspace(<PhotoPicker label="Tomar foto" onPicked={picked} />);
  const file = new File([''], 'panorámica.jpg');
  Object.defineProperty(file, 'size', { value: 41 * 1024 * 1024 });
  await choose(container, file);
  expect((await screen.findByRole('alert')).textContent).toMatch(/«panorámica\.jpg» pasa de 40 MB/);
  expect(picked).not.toHaveBeenCalled();
});

test('a resume ticket is left before the camera opens and taken back when the person changes their mind', async () => {
  const calls: string[] = [];
  const { container, workspace } = await renderWithWorkspace(<PhotoPicker label="Tomar foto" onPicked={() => undefined} />);
  Object.assign(workspace, { leaveResumeTicket: async () => void calls.push('left'), takeBackResumeTicket: async () => void calls.push('taken back') });
  const camera = container.querySelector<HTMLInputElement>('input[capture]');
  camera?.addEventListener('click', () => calls.push('camera'));
  await act(async () => screen.getByRole('button', { name: 'Tomar foto' }).click());
  expect(calls).toEqual(['left', 'camera']);
  await act(async () => void camera?.dispatchEvent(new Event('cancel')));
  expect(calls.at(-1)).toBe('taken back');
});
