// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { EarlierPasswordScreen } from '#client/features/sign-in/EarlierPasswordScreen.tsx';
import { SignInScreen } from '#client/features/sign-in/SignInScreen.tsx';
import { UnlockScreen } from '#client/features/sign-in/UnlockScreen.tsx';
import type { EnterError } from '#client/parts/enterError.ts';
import { err, ok } from '#core/result.ts';
import { renderWithTexts } from '#test/client/fakeWorkspace.tsx';

const marta = { userId: 'u', installationId: 'i', email: 'marta@cotejo.example', name: 'Marta Ibáñez', code: 'MI', lockedAtMs: Date.parse('2026-11-22T18:40:00Z') };

const noPasskey = { hasPasskey: async () => false, unlockByPasskey: async () => err({ type: 'passkey' } as const) };

async function tryToEnter(error: EnterError, language: 'es' | 'en' = 'es'): Promise<void> {
  await renderWithTexts(<SignInScreen known={[]} signIn={async () => err(error)} backTo={() => undefined} beginJoining={() => undefined} />, language);
  fireEvent.change(screen.getByLabelText(language === 'es' ? 'Correo' : 'E-mail'), { target: { value: 'marta@cotejo.example' } });
  fireEvent.change(screen.getByLabelText(language === 'es' ? 'Contraseña' : 'Password'), { target: { value: 'no es ésta' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: language === 'es' ? 'Entrar' : 'Sign in' })));
}

test('a wrong pair is said without telling which of the two is wrong', async () => {
  await tryToEnter({ type: 'wrong' });
  expect(screen.getByRole('alert').textContent).toContain('El correo o la contraseña no coinciden.');
});

test('after too many tries a person hears how long to wait', async () => {
  await tryToEnter({ type: 'too-many', waitSeconds: 290 });
  expect(screen.getByRole('alert').textContent).toContain('Espere 5 minutos');
});

test('a hotel’s log-in page is not taken for a wrong password', async () => {
  await tryToEnter({ type: 'captive-portal' }, 'en');
  expect(screen.getByRole('alert').textContent).toContain('This network asks you to sign in to it first.');
});

test('without network the first sign-in says that it needs one', async () => {
  await tryToEnter({ type: 'unreachable' });
  expect(screen.getByRole('alert').textContent).toContain('La primera vez que entra aquí necesita red.');
});

test('an empty field is named and nothing is sent', async () => {
  const signIn = vi.fn();
  await renderWithTexts(<SignInScreen known={[]} signIn={signIn} backTo={() => undefined} beginJoining={() => undefined} />);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Entrar' })));
  expect(screen.getByText('Escriba su correo')).toBeTruthy();
  expect(signIn).not.toHaveBeenCalled();
});

test('the unlock screen says who, since when, and that everything was saved', async () => {
  await renderWithTexts(<UnlockScreen account={marta} unlock={async () => ok(undefined)} enterAnother={() => undefined} forgotten={() => undefined} {...noPasskey} />);
  expect(screen.getByRole('heading', { name: 'Marta Ibáñez' })).toBeTruthy();
  expect(screen.getByText(/todo quedó guardado/)).toBeTruthy();
});

test('a wrong password at unlock says first that everything is still saved', async () => {
  await renderWithTexts(<UnlockScreen account={marta} unlock={async () => err({ type: 'wrong' })} enterAnother={() => undefined} forgotten={() => undefined} {...noPasskey} />);
  fireEvent.change(screen.getByLabelText('Contraseña'), { target: { value: 'x' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Abrir' })));
  expect(screen.getByRole('alert').textContent).toContain('Todo sigue guardado.');
});

test('[A26] after five wrong passwords the tablet says how long to wait, and a page that is opened again says it too', async () => {
  const unlock = vi.fn(async () => ok(undefined));
  const tries = { count: 7, lastAtMs: Date.now() - 20_000 };
  await renderWithTexts(<UnlockScreen account={{ ...marta, tries }} unlock={unlock} enterAnother={() => undefined} forgotten={() => undefined} {...noPasskey} />);
  expect(screen.getByRole('alert').textContent).toMatch(/Espere 2 minutos\. Todo sigue guardado\./);
  fireEvent.change(screen.getByLabelText('Contraseña'), { target: { value: 'x' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Abrir' })));
  expect(unlock).not.toHaveBeenCalled();
});

test('a password that changed elsewhere is explained, and the earlier one asked for', async () => {
  await renderWithTexts(<EarlierPasswordScreen account={marta} enterWithEarlier={async () => err({ type: 'wrong' })} forgotten={() => undefined} back={() => undefined} />);
  expect(screen.getByText(/escríbala por última vez/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Contraseña anterior'), { target: { value: 'x' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Abrir' })));
  expect(screen.getByRole('alert').textContent).toContain('La contraseña no es correcta.');
});
