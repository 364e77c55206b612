// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { initialsOf } from '#client/ui/parts/initialsOf.ts';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';

afterEach(cleanup);

test.each([
  ['Rosa Elena Quintero', 'RQ'],
  ['Dale Whitaker', 'DW'],
  ['Ángel', 'Á'],
  ['  óscar   ñúñez ', 'ÓÑ'],
  ['', ''],
])('the initials of «%s» are «%s»', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a badge beside its name is silent, and alone it says whose it is', () => {
  const { container } = render(<PersonBadge name="Marta Ibáñez" />);
  expect(container.querySelector('[aria-hidden="true"]')?.textContent).toBe('MI');
  render(<PersonBadge name="Marta Ibáñez" label="Marta Ibáñez" />);
  expect(screen.getByRole('img', { name: 'Marta Ibáñez' }).textContent).toBe('MI');
});
