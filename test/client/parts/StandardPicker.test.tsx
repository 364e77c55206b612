// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { StandardPicker } from '#client/parts/StandardPicker.tsx';
import { manual } from '#test/client/features/record-observation/tourVisit.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

const type = async (words: string): Promise<void> => act(async () => void fireEvent.change(screen.getByLabelText('Buscar por número o palabras'), { target: { value: words } }));

test('a standard is found by its number and tied with one tap', async () => {
  const onChange = vi.fn();
  await renderWithWorkspace(<StandardPicker manual={{ kind: 'ready', index: manual }} chosen={[]} onChange={onChange} />);
  await type('4.2.10');
  const found = await screen.findByRole('button', { name: /Sellos y etiquetas/ });
  await act(async () => found.click());
  expect(onChange).toHaveBeenCalledWith('4.2.10', true);
});

test('a standard is found by its words without accents, and one that is tied already is not offered again', async () => {
  await renderWithWorkspace(<StandardPicker manual={{ kind: 'ready', index: manual }} chosen={['4.2.3']} onChange={() => undefined} />);
  await type('control de acceso');
  await screen.findByText(/estándar(es)? encontrados?/);
  expect(screen.queryByRole('button', { name: /^4\.2\.3/ })).toBeNull();
  await type('sellos');
  expect(await screen.findByRole('button', { name: /Sellos y etiquetas/ })).toBeTruthy();
});

test('without the manual what is tied stays visible, and it says why no more can be chosen', async () => {
  await renderWithWorkspace(<StandardPicker manual={{ kind: 'not-here' }} chosen={['4.2.3']} onChange={() => undefined} />);
  expect(screen.getByText('4.2.3')).toBeTruthy();
  expect(screen.getByText(/El manual todavía no está aquí/)).toBeTruthy();
});
