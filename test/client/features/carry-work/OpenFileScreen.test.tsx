// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OpenFileScreen } from '#client/features/carry-work/OpenFileScreen.tsx';
import type { HandOver, ImportPreview, OpenError } from '#client/storage/bundle/bundleOrder.ts';
import { err, ok } from '#core/result.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';

const preview = (over: Partial<ImportPreview> = {}): ImportPreview => ({
  manifest: {
    id: '018f0000-0000-7000-8000-0000000000f1', purpose: 'colleague', installationId: '018f0000-0000-7000-8000-0000000000ff', madeBy: DALE,
    madeAt: '2026-11-22T16:00:00.000Z', scopes: [], people: [DALE], ops: 12, files: 0, fileBytes: 0,
  },
  ops: 12, freshOps: 3, kinds: [{ entity: 'observation', records: 2 }, { entity: 'interview', records: 1 }],
  people: [{ id: DALE.id, name: DALE.name, freshOps: 3, proved: true }], unproved: 0, clashing: 0, hasOthers: false, freshFiles: { count: 2, sizeBytes: 700_000 }, ...over,
});

/** What the file says when it is opened, and whether anything was merged. */
function aFile(answer: Partial<HandOver> & { readonly shown?: ImportPreview } = {}) {
  let merged = 0;
  const handOver: Partial<HandOver> = {
    keyKindOf: async () => ok('visit'),
    open: async () => ok({
      preview: answer.shown ?? preview(),
      merge: async () => {
        merged += 1;
        return ok({ ops: 3, files: 2, filesLeft: 0 });
      },
    }),
    ...answer,
  };
  return { handOver, merged: () => merged };
}

const choose = async (): Promise<void> => {
  const file = new File(['x'], 'cotejo-20261122-1000.cotejo');
  await act(async () => void fireEvent.change(screen.getByLabelText('Archivo de Cotejo'), { target: { files: [file] } }));
};

test('[H6] a colleague’s file shows whose it is and what is new; nothing is merged before the person says so', async () => {
  const file = aFile();
  const { container } = await renderWithWorkspace(<OpenFileScreen />, { handOver: file.handOver });
  expect(screen.getByLabelText('Archivo de Cotejo').hasAttribute('accept'), 'iOS would grey the file out').toBe(false);
  await choose();
  expect(screen.getByText('Archivo de Dale Whitaker')).toBeTruthy();
  expect(container.textContent).toContain('Trae 3 registros que aquí no están. De 12 en total; lo demás ya lo tiene.');
  expect(container.textContent).toContain('2 archivos de fotos que aquí no están, 700 kB');
  expect(file.merged()).toBe(0);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Agregar a lo mío' })));
  expect(file.merged()).toBe(1);
  expect(container.textContent).toContain('Se agregaron 3 registros. Y 2 archivos de fotos.');
});

test('[H7] a file of which everything is here already offers nothing to merge', async () => {
  await renderWithWorkspace(<OpenFileScreen />, aFile({ shown: preview({ freshOps: 0, kinds: [], people: [], freshFiles: { count: 0, sizeBytes: 0 } }) }));
  await choose();
  expect(screen.getByText('Ya tiene todo lo que trae este archivo. No hay nada que mezclar.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Agregar a lo mío' })).toBeNull();
});

test('[H8] work of an unknown tablet is named before the merge, person by person', async () => {
  const { container } = await renderWithWorkspace(<OpenFileScreen />, aFile({ shown: preview({ unproved: 3, people: [{ id: DALE.id, name: DALE.name, freshOps: 3, proved: false }] }) }));
  await choose();
  expect(screen.getByText('No verificado')).toBeTruthy();
  expect(container.textContent).toContain('De 3 registros no se pudo comprobar quién los escribió');
});

test('[H3] wrong words are said to be wrong, what was typed stays, and the right ones open it', async () => {
  const asked: (string | undefined)[] = [];
  const { open } = aFile().handOver;
  await renderWithWorkspace(<OpenFileScreen />, {
    handOver: {
      keyKindOf: async () => ok('passphrase'),
      open: async (file, words) => {
        asked.push(words);
        return words === 'abeja abrigo' && open ? open(file) : err({ type: 'wrong-passphrase' });
      },
    },
  });
  await choose();
  const field = screen.getByLabelText<HTMLTextAreaElement>('Palabras que lo abren');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Abrir con estas palabras' })));
  expect(screen.getByText('Escriba las palabras de la copia.')).toBeTruthy();
  fireEvent.change(field, { target: { value: 'abeja oveja' } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Abrir con estas palabras' })));
  expect(screen.getByText(/Esas palabras no abren este archivo/)).toBeTruthy();
  expect(field.value).toBe('abeja oveja');
  fireEvent.change(field, { target: { value: 'abeja abrigo' } });
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Abrir con estas palabras' })));
  expect(screen.getByText('Archivo de Dale Whitaker')).toBeTruthy();
  expect(asked).toEqual(['abeja oveja', 'abeja abrigo']);
});

test.each<OpenError['type']>(['not-a-bundle', 'newer-format', 'cut', 'damaged', 'no-visit-key', 'recovery-only', 'other-installation', 'not-yours'])(
  '[H2][H3] a file that is refused (%s) is refused in words, in both languages, and says that nothing changed', async (type) => {
    for (const language of ['es', 'en'] as const) {
      const { container, unmount } = await renderWithWorkspace(<OpenFileScreen />, { language, handOver: { keyKindOf: async () => ok('visit'), open: async () => err({ type }) } });
      const label = language === 'es' ? 'Archivo de Cotejo' : 'Cotejo file';
      await act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { files: [new File(['x'], 'x.cotejo')] } }));
      expect(screen.getByRole('alert').textContent).toContain(language === 'es' ? 'no se agregó ni se perdió nada' : 'nothing was added and nothing was lost');
      expect(container.textContent).not.toContain(`error.${type}`);
      unmount();
    }
  },
);

test('a back-up says whose copy it is', async () => {
  await renderWithWorkspace(<OpenFileScreen />, aFile({ shown: preview({ manifest: { ...preview().manifest, purpose: 'back-up', madeBy: MARTA } }) }));
  await choose();
  expect(screen.getByText('Copia de Marta Ibáñez')).toBeTruthy();
});
