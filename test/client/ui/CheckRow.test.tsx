// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';

afterEach(cleanup);

/** A seal that has not ended yet. */
const underWay = (): Promise<never> => new Promise(() => undefined);

test('a tap on a box shows at once, before what it writes is kept', () => {
  render(<CheckRow label="Foto de O-MI-001" checked={false} onChange={underWay} />);
  const box = screen.getByRole<HTMLInputElement>('checkbox');
  fireEvent.click(box);
  expect(box.checked).toBe(true);
});

test('a box whose choice could not be kept goes back to what is kept', async () => {
  render(<CheckRow label="Foto de O-MI-001" checked={false} onChange={() => Promise.resolve(false)} />);
  const box = screen.getByRole<HTMLInputElement>('checkbox');
  await act(async () => void fireEvent.click(box));
  expect(box.checked).toBe(false);
});

test('a card that was tapped shows as chosen at once', () => {
  render(<RadioCards label="Tipo" value="gap" options={[{ value: 'gap', label: 'Brecha' }, { value: 'concern', label: 'Punto de atención' }]} onChange={underWay} />);
  fireEvent.click(screen.getByRole('radio', { name: 'Punto de atención' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Punto de atención' }).checked).toBe(true);
});
