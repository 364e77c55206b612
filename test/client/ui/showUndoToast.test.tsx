// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import { ToastPlace } from '#client/ui/parts/ToastPlace.tsx';
import { toasts } from '#client/ui/parts/toasts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const show = (id: string, text: string, onUndo?: () => void): void =>
  act(() => showUndoToast({ id, text, ...(onUndo ? { undo: { label: 'Deshacer', onUndo } } : {}) }));
const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

test('what was done is told to screen readers, and goes after ten seconds', () => {
  render(<ToastPlace />);
  show('a', 'Nota borrada');
  expect(screen.getByRole('status').textContent).toBe('Nota borrada');
  wait(9_900);
  expect(screen.queryByText('Nota borrada')).not.toBeNull();
  wait(200);
  expect(screen.queryByText('Nota borrada')).toBeNull();
});

test('undoing happens once, and the toast is gone at once', () => {
  const undo = vi.fn();
  render(<ToastPlace />);
  show('a', 'Nota borrada', undo);
  fireEvent.click(screen.getByRole('button', { name: 'Deshacer' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Nota borrada')).toBeNull();
});

test('a toast whose button has the focus waits for the person', () => {
  render(<ToastPlace />);
  show('a', 'Nota borrada', () => undefined);
  act(() => screen.getByRole('button', { name: 'Deshacer' }).focus());
  wait(60_000);
  expect(screen.queryByText('Nota borrada')).not.toBeNull();
  act(() => screen.getByRole('button', { name: 'Deshacer' }).blur());
  wait(10_100);
  expect(screen.queryByText('Nota borrada')).toBeNull();
});

test('the same act said twice is one toast, with its full time again; a fourth act takes the place of the first', () => {
  render(<ToastPlace />);
  show('a', 'En cumplimiento');
  wait(8_000);
  show('a', 'Parcial');
  wait(8_000);
  expect(screen.getByRole('status').textContent).toBe('Parcial');
  for (const id of ['b', 'c', 'd']) show(id, id);
  expect(screen.getByRole('status').textContent).toBe('bcd');
});

test('behind a lock no toast is left', () => {
  render(<ToastPlace />);
  show('a', 'Nota borrada');
  act(() => toasts.clear());
  expect(screen.getByRole('status').textContent).toBe('');
});
