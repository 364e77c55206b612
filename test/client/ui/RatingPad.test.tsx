// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ResultValue } from '#client/ui/marks/ResultMark.tsx';
import { RatingPad } from '#client/ui/parts/RatingPad.tsx';

afterEach(cleanup);

function padWith(selected: ResultValue, onSelect: (value: ResultValue) => void, onNext = () => undefined) {
  const option = (value: ResultValue, label: string) => ({ value, label, selected: value === selected, onSelect: () => onSelect(value) });
  render(
    <RatingPad
      label="Resultado"
      first={[option('in_compliance', 'En cumplimiento'), option('partial', 'Parcial'), option('not_in_compliance', 'En incumplimiento')]}
      second={[option('verify_on_site', 'Verificar en sitio')]}
      next={{ label: 'Siguiente', sub: '4.2.4', filled: true, onPress: onNext }}
    />,
  );
}

test('a screen reader hears which result is set, and only that one', () => {
  padWith('partial', () => undefined);
  const keys = within(screen.getByRole('group', { name: 'Resultado' })).getAllByRole('button');
  expect(keys.map((key) => `${key.textContent} ${key.getAttribute('aria-pressed')}`)).toEqual([
    'En cumplimiento false',
    'Parcial true',
    'En incumplimiento false',
    'Verificar en sitio false',
  ]);
});

test('a result is set by one tap, and the set one can be tapped again', () => {
  const onSelect = vi.fn();
  padWith('partial', onSelect);
  fireEvent.click(screen.getByRole('button', { name: 'En incumplimiento' }));
  fireEvent.click(screen.getByRole('button', { name: 'Parcial' }));
  expect(onSelect.mock.calls).toEqual([['not_in_compliance'], ['partial']]);
});

test('next says where it goes and is not one of the results', () => {
  const onNext = vi.fn();
  padWith('not_reviewed', () => undefined, onNext);
  const next = screen.getByRole('button', { name: /Siguiente\s*4\.2\.4/u });
  fireEvent.click(next);
  expect(onNext).toHaveBeenCalledOnce();
  expect(next.getAttribute('aria-pressed')).toBeNull();
});
