// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TotalsScreen } from '#client/features/read-totals/TotalsScreen.tsx';
import { ok } from '#core/result.ts';
import { aFakeOffice, renderInOffice } from '#test/client/features/administer/aFakeOffice.tsx';

test('[A12] the sums are a table with each group, and its parts where there are any', async () => {
  const office = aFakeOffice();
  office.totals.mockImplementation(async () => ok({
    agencies: 5, findings: 0, byState: [], visits: { key: 'all', count: 1 },
    byProgram: [{ key: 'LE', count: 4, parts: [{ key: 'visited', count: 4 }] }, { key: 'ACA', count: 1 }],
  }));
  await renderInOffice(<TotalsScreen />, office);
  const table = screen.getByRole('table', { name: 'Agencias por programa' });
  expect([...table.querySelectorAll('tr')].map((row) => row.textContent)).toEqual(['Policía (LE)4', 'Visitadas, sin hallazgos entregados4', 'Academia (ACA)1']);
  expect(screen.getByText('Todavía nada que sumar.')).toBeTruthy();
});
