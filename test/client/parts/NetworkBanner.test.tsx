// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { NetworkBanner } from '#client/parts/NetworkBanner.tsx';
import { initialSyncStatus, useSyncStatus } from '#client/sync/syncStatus.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

afterEach(() => useSyncStatus.setState(initialSyncStatus));

test('a network that wants its own sign-in first is named, with what to do, and work goes on', async () => {
  useSyncStatus.setState({ network: 'unreachable', failure: 'captive-portal' });
  await renderWithWorkspace(<NetworkBanner />);
  expect(screen.getByText('Esta red pide iniciar sesión antes de dar acceso.')).toBeTruthy();
  expect(screen.getByText(/Abra el navegador, acepte las condiciones de la red y vuelva/)).toBeTruthy();
});

test('no network at all is no reason for a banner yet', async () => {
  useSyncStatus.setState({ network: 'unreachable', failure: undefined });
  await renderWithWorkspace(<NetworkBanner />);
  expect(screen.queryByText(/red/)).toBeNull();
});
