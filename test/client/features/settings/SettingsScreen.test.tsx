// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SettingsScreen } from '#client/features/settings/SettingsScreen.tsx';
import { err } from '#core/result.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

test('the manual’s language is chosen apart from the screen’s', async () => {
  await renderWithWorkspace(<SettingsScreen />);
  fireEvent.click(screen.getByRole('radio', { name: 'Ambos' }));
  expect(usePreferences.getState()).toMatchObject({ language: 'es', manualLanguage: 'both' });
});

test('nobody leaves the tablet by one tap, and what exists only here stops it with an explanation', async () => {
  await renderWithWorkspace(<SettingsScreen />, { session: { signOut: async () => err({ type: 'only-here', records: 3, files: 1, copiedAtMs: undefined }) } });
  fireEvent.click(screen.getByRole('button', { name: 'Salir y borrar de aquí…' }));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Salir y borrar de aquí' })));
  expect(screen.getByRole('alert').textContent).toContain('Todavía no puede salir.');
  expect(screen.getByRole('alert').textContent).toContain('3');
  expect(screen.getByRole('link', { name: 'Ver qué falta' }).getAttribute('href')).toBe('/safe');
});

test('[A30] a passkey is not offered where the platform cannot give a secret with it', async () => {
  await renderWithWorkspace(<SettingsScreen />);
  expect(screen.queryByText('Abrir con huella, rostro o PIN')).toBeNull();
});

test('[A30] a passkey that the platform did not make leaves everything as it was, and says so', async () => {
  const passkey = { isOffered: async () => true, isEnrolled: async () => false, enrol: async () => err({ type: 'not-supported' } as const), remove: async () => undefined };
  await renderWithWorkspace(<SettingsScreen />, { access: { passkey } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Activar' })));
  expect(screen.getByRole('alert').textContent).toContain('Siga con su contraseña.');
  expect(screen.getByRole('button', { name: 'Activar' })).toBeTruthy();
});
