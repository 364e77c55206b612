import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { AdminAgency, AdminDevice, AdminPerson } from '#core/admin/adminApi.ts';
import { err, ok } from '#core/result.ts';
import { AdminContext } from '#client/parts/AdminContext.ts';
import type { AdminApi } from '#client/sync/adminApi.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

export const MARTA: AdminPerson = { id: anId(), name: 'Marta Ibáñez', email: 'marta@example.org', code: 'MI', role: 'team_leader', devices: 1, waiting: 3, lastSeenAt: '2026-11-24T18:00:00.000Z' };
export const NURIA: AdminPerson = { id: anId(), name: 'Nuria Sáenz', email: 'nuria@example.org', code: 'NS', role: 'team_leader', devices: 0, waiting: 0 };
export const INES: AdminPerson = { id: anId(), name: 'Inés Cordero', email: 'ines@example.org', code: 'IC', role: 'regional_manager', devices: 0, waiting: 0 };
export const TABLET: AdminDevice = { id: anId(), user: MARTA.id, letter: '', registeredAt: '2026-11-01T00:00:00.000Z', lastSeenAt: '2026-11-24T18:00:00.000Z', waiting: { ops: 2, files: 1 } };
export const VISIT = anId();
export const AGENCY: AdminAgency = {
  id: anId(), name: 'Policía de Ejemplo', acronym: 'PE', managers: [], readers: [], region: [],
  visits: [{ id: VISIT, kind: 'mock_tour', startDate: '2026-11-23', endDate: '2026-11-24', leader: MARTA.id, advisors: [] }],
};

/** A server that says yes; each call can be looked at, and given another answer. */
export function aFakeOffice() {
  const done = async () => ok(undefined);
  return {
    people: vi.fn<AdminApi['people']>(async () => ok({ people: [MARTA, NURIA, INES] })),
    changePerson: vi.fn<AdminApi['changePerson']>(done),
    closePerson: vi.fn<AdminApi['closePerson']>(done),
    openPerson: vi.fn<AdminApi['openPerson']>(done),
    devices: vi.fn<AdminApi['devices']>(async () => ok({ devices: [TABLET], sessions: [] })),
    revokeDevice: vi.fn<AdminApi['revokeDevice']>(done),
    endSession: vi.fn<AdminApi['endSession']>(done),
    agencies: vi.fn<AdminApi['agencies']>(async () => ok({ agencies: [AGENCY] })),
    setRegion: vi.fn<AdminApi['setRegion']>(done),
    setReaders: vi.fn<AdminApi['setReaders']>(done),
    setTeam: vi.fn<AdminApi['setTeam']>(done),
    quarantine: vi.fn<AdminApi['quarantine']>(async () => ok({ records: [], count: 0, cloned: [] })),
    release: vi.fn<AdminApi['release']>(done),
    purgeInterview: vi.fn<AdminApi['purgeInterview']>(async () => ok({ interviews: 1, ops: 4 })),
    audit: vi.fn<AdminApi['audit']>(async () => ok({ entries: [] })),
    auditCheck: vi.fn<AdminApi['auditCheck']>(async () => ok({ entries: 0 })),
    auditExport: vi.fn<AdminApi['auditExport']>(async () => ok(new Uint8Array())),
    totals: vi.fn<AdminApi['totals']>(async () => err({ type: 'unreachable' })),
  };
}

export const renderInOffice = (ui: ReactNode, office: AdminApi) => renderWithWorkspace(<AdminContext value={office}>{ui}</AdminContext>);
