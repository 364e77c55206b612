// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { PhotoSendState } from '#client/parts/PhotoSendState.tsx';
import { fileKey, forgetFileStates, noteFileStates, type FileState } from '#client/sync/fileProgress.ts';
import { initialSyncStatus, useSyncStatus } from '#client/sync/syncStatus.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';

const scope = visitScope('018f0000-0000-7000-8000-0000000000d1');
const photo = { workingFile: 'a'.repeat(64), thumbFile: 'b'.repeat(64) };

beforeEach(() => {
  forgetFileStates();
  useSyncStatus.setState({ ...initialSyncStatus, network: 'reached' });
});

/** A photo whose two files are on this tablet, and not on the server. */
async function aPhotoHere(language: 'es' | 'en' = 'es') {
  const rendered = await renderWithWorkspace(<p><PhotoSendState scope={scope} photo={photo} /></p>, { language });
  const note = (working: FileState, thumb: FileState = working) => act(async () => noteFileStates([[fileKey({ scope, sha256: photo.workingFile }), working], [fileKey({ scope, sha256: photo.thumbFile }), thumb]]));
  await act(async () => {
    for (const sha256 of [photo.workingFile, photo.thumbFile]) await rendered.workspace.files.store(scope, sha256, new Uint8Array(1), 'waiting');
    useSyncStatus.setState({ waitingFiles: 2 });
    noteFileStates([]);
  });
  return { says: () => rendered.container.querySelector('p')?.textContent ?? '', note, rendered };
}

test('a photo says that it is saved, waits, is being sent, is on the server', async () => {
  const { says, note, rendered } = await aPhotoHere();
  await act(async () => useSyncStatus.setState({ network: 'unreachable' }));
  expect(says()).toBe('Guardada en esta tableta');
  await act(async () => useSyncStatus.setState({ network: 'reached' }));
  expect(says()).toBe('Por enviar');
  await note({ kind: 'sending', percent: 40 }, { kind: 'on-server' });
  expect(says()).toBe('Enviando 40 %');
  await note({ kind: 'on-server' });
  await act(async () => {
    await rendered.workspace.files.markVerified([photo.workingFile, photo.thumbFile].map((sha256) => ({ scope, sha256 })));
    noteFileStates([]);
  });
  expect(says()).toBe('En el servidor');
});

test('a network that goes while a photo is being sent leaves it saved here, not “sending” for hours', async () => {
  const { says, note } = await aPhotoHere();
  await note({ kind: 'sending', percent: 40 });
  await act(async () => useSyncStatus.setState({ network: 'unreachable' }));
  expect(says()).toBe('Guardada en esta tableta');
});

test('of a colleague’s photo, of which only the thumbnail is here, nothing is claimed', async () => {
  const { container, workspace } = await renderWithWorkspace(<p><PhotoSendState scope={scope} photo={photo} /></p>);
  await act(async () => {
    await workspace.files.store(scope, photo.thumbFile, new Uint8Array(1), 'done');
    noteFileStates([]);
  });
  expect(container.querySelector('p')?.textContent).toBe('');
});

test('[U7] a photo that waits for Wi-Fi says so, and one that the server does not take says why it stays', async () => {
  for (const [language, wifi, kind] of [['es', 'Espera Wi-Fi', 'no acepta este tipo'], ['en', 'Waiting for Wi-Fi', 'does not take this kind']] as const) {
    const { says, note, rendered } = await aPhotoHere(language);
    await note({ kind: 'waiting-for-wifi' }, { kind: 'on-server' });
    expect(says()).toBe(wifi);
    await note({ kind: 'refused', code: 'file-kind' });
    expect(says()).toContain(kind);
    rendered.unmount();
  }
});
