// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ResetPassword } from '#client/features/administer/ResetPassword.tsx';
import type { Access } from '#client/parts/AccessContext.ts';
import { err, ok } from '#core/result.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { MARTA } from './aFakeOffice.tsx';

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

test('[A24] an administrator gives somebody a code for a new password, and is told what it does not open', async () => {
  const resetPassword = vi.fn<Access['resetPassword']>(async () => ok({ id: 'i', joinCode: 'K7QM-2XVD-9FHT-4RWB-PN3C', expiresAtMs: 0 }));
  resetPassword.mockImplementationOnce(async () => err({ type: 'unreachable' }));
  await renderWithWorkspace(<ResetPassword person={MARTA} />, { access: { resetPassword } });
  expect(screen.getByText(/No abre lo que está guardado en una tableta/)).toBeTruthy();
  await press('Hacer un código');
  expect(screen.getByRole('alert').textContent).toMatch(/red/);
  await press('Hacer un código');
  expect(resetPassword).toHaveBeenCalledWith(MARTA.id);
  expect(screen.getByRole('status', { name: 'Código de invitación' }).textContent).toBe('K7QM2XVD9FHT4RWBPN3C');
});
