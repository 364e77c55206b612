// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { err, ok } from '#core/result.ts';
import { FullPhoto } from '#client/parts/FullPhoto.tsx';
import { initialSyncStatus, useSyncStatus } from '#client/sync/syncStatus.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

URL.createObjectURL = () => 'blob:photo';
URL.revokeObjectURL = () => undefined;

const scope = visitScope('018f0000-0000-7000-8000-0000000000d1');
const photo = { workingFile: 'a'.repeat(64), thumbFile: 'b'.repeat(64) };

const says = (): string | null | undefined => document.querySelector('figcaption')?.textContent;

beforeEach(() => useSyncStatus.setState({ ...initialSyncStatus, network: 'reached' }));

test('a picture that is not here says without a network that it will come, and comes when there is one', async () => {
  useSyncStatus.setState({ network: 'unreachable' });
  let asked = 0;
  const fetchFile = async () => {
    asked += 1;
    return ok(new Uint8Array([1]));
  };
  await renderWithWorkspace(<FullPhoto scope={scope} photo={photo} alt="La puerta" />, { session: { fetchFile } });
  expect(says()).toBe('Sin red: la foto completa se descargará cuando haya red.');
  expect(asked).toBe(0);
  await act(async () => useSyncStatus.setState({ network: 'reached' }));
  expect(screen.getByRole('img', { name: 'La puerta' })).toBeTruthy();
  expect(says()).toBeUndefined();
  expect(asked).toBe(1);
});

test('while it comes, it says how much of it is here', async () => {
  let finish: () => void = () => undefined;
  await renderWithWorkspace(<FullPhoto scope={scope} photo={photo} alt="La puerta" />, {
    session: {
      fetchFile: async (_, onProgress) => {
        onProgress({ done: 120_000, total: 350_000 });
        await new Promise<void>((resolve) => { finish = resolve; });
        return err({ type: 'refused', status: 404, code: 'not-found' });
      },
    },
  });
  expect(says()).toBe('Descargando la foto completa: 120 kB de 350 kB');
  await act(async () => finish());
  expect(says()).toBe('Quien la tomó todavía no la ha enviado completa.');
});
