// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { BulletToggle } from '#client/ui/parts/BulletToggle.tsx';

afterEach(cleanup);
const words = { met: 'Cumple', notMet: 'No', na: 'N/A' };

test('a bullet that nobody has answered has no key pressed', () => {
  render(<BulletToggle label="Inciso a" value="not_reviewed" words={words} onChange={() => undefined} />);
  expect(screen.getByRole('group', { name: 'Inciso a' })).toBeTruthy();
  expect(screen.getAllByRole('button').map((key) => key.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'false']);
});

test('tapping a key answers the bullet', () => {
  const onChange = vi.fn();
  render(<BulletToggle label="Inciso a" value="met" words={words} onChange={onChange} />);
  expect(screen.getByRole('button', { name: 'Cumple', pressed: true })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'No' }));
  expect(onChange).toHaveBeenCalledWith('not_met');
});

test('tapping the pressed key again takes the answer back', () => {
  const onChange = vi.fn();
  render(<BulletToggle label="Inciso a" value="na" words={words} onChange={onChange} />);
  fireEvent.click(screen.getByRole('button', { name: 'N/A' }));
  expect(onChange).toHaveBeenCalledWith('not_reviewed');
});
