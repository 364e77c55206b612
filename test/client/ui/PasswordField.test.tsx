// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { PasswordField } from '#client/ui/fields/PasswordField.tsx';

afterEach(cleanup);

test('a password stays hidden until its eye is tapped, and the eye always says what it will do', () => {
  render(
    <PasswordField label="Contraseña" help="No necesita red" value="secreto largo" onChange={() => undefined} autoComplete="current-password" showLabel="Mostrar" hideLabel="Ocultar" />,
  );
  const field = screen.getByLabelText('Contraseña');
  expect(field.getAttribute('type')).toBe('password');
  fireEvent.click(screen.getByRole('button', { name: 'Mostrar' }));
  expect(field.getAttribute('type')).toBe('text');
  fireEvent.click(screen.getByRole('button', { name: 'Ocultar' }));
  expect(field.getAttribute('type')).toBe('password');
});

test('the help and the error of a field are read out with it', () => {
  render(
    <PasswordField label="Contraseña" help="No necesita red" error="No coincide" value="" onChange={() => undefined} autoComplete="current-password" showLabel="Mostrar" hideLabel="Ocultar" />,
  );
  const field = screen.getByLabelText('Contraseña');
  const told = (field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(told).toEqual(['No necesita red', 'No coincide']);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});
