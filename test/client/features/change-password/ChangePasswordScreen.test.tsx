// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ChangePasswordScreen } from '#client/features/change-password/ChangePasswordScreen.tsx';
import type { Access, ChangePasswordError } from '#client/parts/AccessContext.ts';
import { err, ok } from '#core/result.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

const GOOD = 'lluvia tractor quince mantel';

async function change(answer: Awaited<ReturnType<Access['changePassword']>>) {
  const changePassword = vi.fn<Access['changePassword']>(async () => answer);
  await renderWithWorkspace(<ChangePasswordScreen />, { access: { changePassword } });
  for (const [label, value] of [['Contraseña actual', 'la de antes'], ['Contraseña nueva', GOOD], ['Otra vez la misma', GOOD]] as const) {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  }
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Cambiar la contraseña' })));
  return changePassword;
}

test('the password is changed with the old one, and other sessions end unless somebody says no', async () => {
  const changePassword = await change(ok(undefined));
  expect(changePassword).toHaveBeenCalledWith({ current: 'la de antes', next: GOOD, endOtherSessions: true });
  expect(screen.getByRole('heading', { name: 'La contraseña cambió' })).toBeTruthy();
});

test('each way in which it can fail says which password opens now', async () => {
  const words: readonly (readonly [ChangePasswordError, RegExp])[] = [
    [{ type: 'wrong' }, /La contraseña no es correcta/], [{ type: 'changed-elsewhere' }, /ya cambió en otra tableta/],
    [{ type: 'unknown' }, /aquí abren las dos/], [{ type: 'unreachable' }, /sigue siendo la de antes/],
  ];
  for (const [error, text] of words) {
    await change(err(error));
    expect(screen.getAllByRole('alert').at(-1)?.textContent, error.type).toMatch(text);
    document.body.replaceChildren();
  }
});
