// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AgencyPeopleScreen } from '#client/features/administer/AgencyPeopleScreen.tsx';
import { AuditScreen } from '#client/features/administer/AuditScreen.tsx';
import { PeopleScreen } from '#client/features/administer/PeopleScreen.tsx';
import { PersonScreen } from '#client/features/administer/PersonScreen.tsx';
import { PurgeScreen } from '#client/features/administer/PurgeScreen.tsx';
import { QuarantineScreen } from '#client/features/administer/QuarantineScreen.tsx';
import { err, ok } from '#core/result.ts';
import { aFakeOffice, AGENCY, INES, MARTA, NURIA, renderInOffice, TABLET, VISIT } from './aFakeOffice.tsx';

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const tick = (name: RegExp) => act(async () => void fireEvent.click(screen.getByLabelText(name)));
const type = (label: string, value: string) => act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

test('without a network the screen says so, and what was found before stays', async () => {
  const office = aFakeOffice();
  office.people.mockImplementationOnce(async () => err({ type: 'unreachable' }));
  await renderInOffice(<PeopleScreen />, office);
  expect(screen.getByText(/Esta pantalla necesita red/)).toBeTruthy();
  await press('Intentar otra vez');
  expect(screen.getByText('Marta Ibáñez · MI')).toBeTruthy();
  expect(screen.queryByText(/necesita red/)).toBeNull();
});

test('a person is found by what is typed without an accent, and what waits on their tablet is said', async () => {
  await renderInOffice(<PeopleScreen />, aFakeOffice());
  expect(screen.getByText('3 sin enviar')).toBeTruthy();
  await type('Nombre, correo, código o función', 'saenz');
  expect(within(screen.getByRole('list', { name: 'Personas' })).getAllByRole('listitem').map((row) => row.textContent)).toEqual([expect.stringContaining('Nuria Sáenz')]);
});

test('what was typed stays when the server refuses, with the reason in words', async () => {
  const office = aFakeOffice();
  office.changePerson.mockImplementationOnce(async () => err({ type: 'refused', status: 409, code: 'still-granted' }));
  await renderInOffice(<PersonScreen userId={MARTA.id} />, office);
  await type('Nombre', 'Marta Ibáñez Ruiz');
  await press('Guardar');
  expect(screen.getByRole('alert').textContent).toMatch(/todavía está en agencias o visitas/);
  expect(screen.getByLabelText<HTMLInputElement>('Nombre').value).toBe('Marta Ibáñez Ruiz');
  await press('Guardar');
  expect(office.changePerson).toHaveBeenLastCalledWith(MARTA.id, { name: 'Marta Ibáñez Ruiz', email: 'marta@example.org', role: 'team_leader' });
  expect(screen.getByText('Guardado en el servidor')).toBeTruthy();
});

test('[A7] a tablet is taken back only once one of the two ways was chosen, after being told what is only on it', async () => {
  const office = aFakeOffice();
  await renderInOffice(<PersonScreen userId={MARTA.id} />, office);
  await press('Retirar: Primera tableta');
  expect(screen.getByText(/3 registros o archivos existen sólo ahí/)).toBeTruthy();
  const now = screen.getByRole<HTMLButtonElement>('button', { name: 'Retirar ahora' });
  expect(now.disabled).toBe(true);
  await tick(/^Enviar lo que falta y luego borrar/);
  await press('Retirar ahora');
  expect(office.revokeDevice).toHaveBeenCalledWith(TABLET.id, 'after-sending');
});

test('[A6] a team leader who is lost is replaced by somebody whose account is open', async () => {
  const office = aFakeOffice();
  office.people.mockImplementation(async () => ok({ people: [{ ...MARTA, disabledAt: '2026-11-24T00:00:00.000Z' }, NURIA, INES] }));
  await renderInOffice(<AgencyPeopleScreen agencyId={AGENCY.id} />, office);
  expect(screen.getByText('Cuenta cerrada')).toBeTruthy();
  await press('Cambiar el equipo');
  const leader = screen.getByLabelText<HTMLSelectElement>('Líder de equipo');
  expect([...leader.options].map(({ text }) => text).filter(Boolean)).toEqual(['Nuria Sáenz']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Formar este equipo' }).disabled).toBe(true);
  await act(async () => void fireEvent.change(leader, { target: { value: NURIA.id } }));
  await press('Formar este equipo');
  expect(office.setTeam).toHaveBeenCalledWith(AGENCY.id, VISIT, NURIA.id, []);
});

test('[A4] a region is set whole, and nothing is sent before it is saved', async () => {
  const office = aFakeOffice();
  await renderInOffice(<AgencyPeopleScreen agencyId={AGENCY.id} />, office);
  await tick(/^Inés Cordero/);
  expect(office.setRegion).not.toHaveBeenCalled();
  await press('Guardar');
  expect(office.setRegion).toHaveBeenCalledWith(AGENCY.id, [INES.id]);
});

test('[A10] a record set aside shows what it is, whose and why; what nobody can prove cannot be checked again', async () => {
  const office = aFakeOffice();
  const record = {
    id: 'r', h: 'h', field: '', scope: `visit:${VISIT}`, author: MARTA.id, device: '', writtenAt: '2026-11-24T18:00:00.000Z', receivedAt: '2026-11-24T19:00:00.000Z', receivedFrom: NURIA.id, sizeBytes: 900,
  };
  office.quarantine.mockImplementation(async () => ok({
    records: [{ ...record, reason: 'no-grant', kind: 'interview' }, { ...record, id: 's', reason: 'author-not-proved', kind: 'of-a-later-build' }], count: 2,
    cloned: [{ device: TABLET.id, user: MARTA.id, times: 2, lastAt: '2026-11-24T19:00:00.000Z' }],
  }));
  await renderInOffice(<QuarantineScreen />, office);
  expect(screen.getByText('Entrevista')).toBeTruthy();
  expect(screen.getByText('Registro')).toBeTruthy();
  expect(screen.getAllByText(/Lo trajo Nuria Sáenz/)).toHaveLength(2);
  expect(screen.getByText('Tableta de Marta Ibáñez')).toBeTruthy();
  await press('Revisar otra vez');
  expect(office.release).toHaveBeenCalledWith(expect.objectContaining({ id: 'r', h: 'h' }));
});

test('[A9] the log is asked for by whole days of this tablet, says what was done in words, and whether it was altered', async () => {
  const office = aFakeOffice();
  office.audit.mockImplementation(async () => ok({
    entries: [{ seq: 7, at: '2026-11-24T18:00:00.000Z', actor: MARTA.id, device: '', ip: '::1', action: 'person-disabled', subject: NURIA.id, subjectName: 'Nuria Sáenz', detail: { erase: 'at-once' } }],
  }));
  office.auditCheck.mockImplementation(async () => ok({ entries: 7, broken: 3 }));
  await renderInOffice(<AuditScreen />, office);
  expect(screen.getByRole('list', { name: 'Bitácora' }).textContent).toMatch(/7Cerró una cuenta: Nuria Sáenz.*Marta Ibáñez · ::1.*Borrar de inmediato/);
  await type('Desde', '2026-11-24');
  const [query] = office.audit.mock.lastCall ?? [];
  expect(query).toEqual({ from: new Date('2026-11-24T00:00:00').toISOString() });
  await press('Comprobar la bitácora');
  expect(screen.getByRole('alert').textContent).toMatch(/el acto 3 no sigue del anterior/);
});

test('an interview is looked for by its code first, and purged by a second tap', async () => {
  const office = aFakeOffice();
  await renderInOffice(<PurgeScreen />, office);
  await type('Código de la entrevista', ' E-MR-03 ');
  await press('Buscar');
  expect(office.purgeInterview.mock.calls).toEqual([['E-MR-03', true]]);
  expect(screen.getByText('Hay 1 entrevista con el código E-MR-03.')).toBeTruthy();
  await press('Eliminar para siempre');
  expect(office.purgeInterview.mock.lastCall).toEqual(['E-MR-03', false]);
  expect(screen.getByText('Se eliminó 1 entrevista con el código E-MR-03.')).toBeTruthy();
});
