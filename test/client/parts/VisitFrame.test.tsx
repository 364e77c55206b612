// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { MARTA } from '#test/client/makeFakeWorkspace.ts';

const agencyId = '018f0000-0000-7000-8000-0000000000a1';
const visitId = '018f0000-0000-7000-8000-0000000000b1';
const written = [{
  by: MARTA.id,
  changes: [
    { scope: agencyScope(agencyId), entity: 'agency', entityId: agencyId, set: { name: 'Policía Municipal de Valle Sereno', timeZone: 'America/Hermosillo' } },
    { scope: agencyScope(agencyId), entity: 'visit', entityId: visitId, set: { kind: 'mock_dress_rehearsal', startDate: '2026-11-21', endDate: '2026-11-23', edition: 'e', revision: 1, leader: MARTA.id } },
    { scope: visitScope(visitId), entity: 'finding', entityId: '018f0000-0000-7000-8000-0000000000c1', set: { code: 'H-MI-001', statement: 'x' } },
  ],
}];

test('the frame says where one is, which day it is, and how many findings wait', async () => {
  await renderWithWorkspace(<VisitFrame visitId={visitId} active="today">{() => <h1>Hoy</h1>}</VisitFrame>, { written });
  expect(screen.getByText('Policía Municipal de Valle Sereno')).toBeTruthy();
  expect(screen.getByText('Preevaluación completa · día 2 de 3')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Hallazgos, 1 por atender' })).toBeTruthy();
});

test('a visit that is not on this tablet is said in words, with a way out', async () => {
  await renderWithWorkspace(<VisitFrame visitId="018f0000-0000-7000-8000-0000000000b9" active="today">{() => <h1>Hoy</h1>}</VisitFrame>, { written });
  expect(screen.getByRole('heading', { name: 'Esta visita no está en la tableta' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ver mis visitas' })).toBeTruthy();
});

test('one tap on the sync pill leads to whether the work is safe', async () => {
  await renderWithWorkspace(<VisitFrame visitId={visitId} active="today">{() => <h1>Hoy</h1>}</VisitFrame>, { written });
  expect(screen.getByRole('link', { name: /¿Mi trabajo está a salvo\?/ }).getAttribute('href')).toBe('/safe');
});
