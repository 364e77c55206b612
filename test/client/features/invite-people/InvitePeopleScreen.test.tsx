// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { InvitePeopleScreen } from '#client/features/invite-people/InvitePeopleScreen.tsx';
import type { Access } from '#client/parts/AccessContext.ts';
import type { InvitationList } from '#core/protocol/identityWire.ts';
import { err, ok } from '#core/result.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

const OPEN: InvitationList['invitations'][number] = {
  id: 'i1', purpose: 'join', role: 'accreditation_manager', name: 'Óscar Peña', email: 'oscar@cotejo.example', code: 'OP', invitedBy: 'Marta Ibáñez', expiresAtMs: Date.parse('2026-12-02T12:00:00Z'),
};
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

function aServer(invitations: InvitationList['invitations'] = []) {
  return {
    invitations: vi.fn<Access['invitations']>(async () => ok({ invitations, takenCodes: ['MI', 'SO'] })),
    invite: vi.fn<Access['invite']>(async () => ok({ id: 'i2', joinCode: 'K7QM-2XVD-9FHT-4RWB-PN3C', expiresAtMs: OPEN.expiresAtMs })),
    revokeInvitation: vi.fn<Access['revokeInvitation']>(async () => ok(undefined)),
  };
}

test('a team leader invites an advisor: the personal code is proposed and unique, and the one-time code is shown once', async () => {
  const server = aServer();
  await renderWithWorkspace(<InvitePeopleScreen />, { access: server });
  expect(screen.queryByRole('option', { name: 'Administración' })).toBeNull();
  fireEvent.change(screen.getByLabelText('Función'), { target: { value: 'technical_advisor' } });
  type('Nombre', 'Sara Olvera');
  type('Correo', 'sara@cotejo.example');
  expect(screen.getByLabelText<HTMLInputElement>('Código personal').value).toBe('SO2');
  await press('Crear invitación');
  expect(server.invite).toHaveBeenCalledWith({ role: 'technical_advisor', name: 'Sara Olvera', email: 'sara@cotejo.example', code: 'SO2' });
  expect(screen.getByRole('status', { name: 'Código de invitación' }).textContent).toBe('K7QM2XVD9FHT4RWBPN3C');
  expect(screen.getByRole('img', { name: 'Enlace de la invitación como código QR' })).toBeTruthy();
  await press('Terminar');
  expect(screen.queryByText('K7QM')).toBeNull();
});

test('what is missing is said at its field, and nothing is sent', async () => {
  const server = aServer();
  await renderWithWorkspace(<InvitePeopleScreen />, { access: server });
  type('Correo', 'sara arroba');
  await press('Crear invitación');
  for (const words of ['Escriba el nombre', 'Escriba un correo completo', 'De dos a cuatro letras, y un número si hace falta']) expect(screen.getByText(words)).toBeTruthy();
  expect(server.invite).not.toHaveBeenCalled();
});

test('an open invitation is revoked by two taps', async () => {
  const server = aServer([OPEN]);
  await renderWithWorkspace(<InvitePeopleScreen />, { access: server });
  await press('Anular la invitación de Óscar Peña');
  expect(server.revokeInvitation).not.toHaveBeenCalled();
  await press('Anular ahora');
  expect(server.revokeInvitation).toHaveBeenCalledWith('i1');
});

test('without a network it says that inviting needs one, and offers to try again', async () => {
  const server = aServer();
  server.invitations.mockImplementationOnce(async () => err({ type: 'unreachable' }));
  await renderWithWorkspace(<InvitePeopleScreen />, { access: server });
  expect(screen.getByText(/Para invitar se necesita red/)).toBeTruthy();
  await press('Intentar otra vez');
  expect(screen.getByText('Nueva invitación')).toBeTruthy();
});
