// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { entityOf } from '#core/op/scopeState.ts';
import { ratingOf } from '#core/rating/rating.ts';
import { StandardsScreen } from '#client/features/rate-standards/StandardsScreen.tsx';
import { cards, EDITION, index, SCOPE, VISIT } from '#test/client/aTabletVisit.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE } from '#test/client/makeFakeWorkspace.ts';

vi.setConfig({ testTimeout: 30_000 });

test('an advisor proposes in the sheet that a standard does not apply; it closes, and nothing is confirmed', async () => {
  const { workspace } = await renderWithWorkspace(<StandardsScreen visitId={VISIT} standardId="4.2.3" />, { me: DALE, manual: index, written: [cards] });
  fireEvent.click(await screen.findByRole('button', { name: 'Aplica', expanded: false }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Aplicabilidad' }));
  expect(sheet.getByText('Usted propone; confirma el líder de equipo')).toBeTruthy();
  expect(sheet.getByRole('button', { name: 'Aplica' }).getAttribute('aria-current')).toBe('true');
  await act(async () => fireEvent.click(sheet.getByRole('button', { name: /función/ })));
  expect(ratingOf(workspace.state(SCOPE), EDITION, '4.2.3', DALE.id)?.applicability).toBe('na_function');
  expect(entityOf(workspace.state(SCOPE), 'teamRating', `${EDITION}/4.2.3`)).toBeUndefined();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
