// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { BackUpScreen } from '#client/features/carry-work/BackUpScreen.tsx';
import { PassScreen } from '#client/features/carry-work/PassScreen.tsx';
import { BackUpOffer } from '#client/parts/BackUpOffer.tsx';
import type { BundleOrder, HandOver } from '#client/storage/bundle/bundleOrder.ts';
import { agencyScope } from '#core/op/scope.ts';
import { AGENCY, cards, index, SCOPE, VISIT } from '#test/client/aTabletVisit.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { makeFakeWorkspace, MARTA } from '#test/client/makeFakeWorkspace.ts';

const none = { count: 0, sizeBytes: 0 };
const holds = { atMs: 7, n: 12, files: [] };

/** Remembers what was ordered. */
function aMaker(files: Partial<Awaited<ReturnType<HandOver['measure']>>['files']> = {}) {
  const orders: BundleOrder[] = [];
  const handOver: Partial<HandOver> = {
    measure: async () => ({ ops: 1_296, onlyHere: 12, textBytes: 900_000, files: { none, 'only-here': none, all: none, ...files } }),
    make: async (order) => {
      orders.push(order);
      return { file: new File(['x'.repeat(1_000)], 'cotejo-20261122-1000.cotejo'), ops: 1_296, files: 0, holds };
    },
  };
  return { handOver, orders };
}

afterEach(() => vi.unstubAllGlobals());

test('passing to a colleague says the size before, takes the visit and its agency, and needs no word', async () => {
  const maker = aMaker({ all: { count: 9, sizeBytes: 3_000_000 }, 'only-here': { count: 2, sizeBytes: 600_000 } });
  const { container } = await renderWithWorkspace(<PassScreen visitId={VISIT} />, { handOver: maker.handOver, written: [cards], manual: index });
  expect(container.textContent).toContain('1,296 registros · 12 faltan en el servidor');
  expect(screen.getByRole('button', { name: 'Preparar el archivo (3.9 MB)' })).toBeTruthy();
  fireEvent.click(screen.getByLabelText(/Sin fotos/));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Preparar el archivo (900 kB)' })));
  expect(maker.orders).toEqual([{ scopes: [SCOPE, agencyScope(AGENCY)], files: 'none', key: { kind: 'visit', scope: SCOPE } }]);
  expect(screen.getByText('El archivo está listo')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Compartir…' })).toBeNull();
});

test('a tablet without the visit’s key offers a copy with words instead', async () => {
  await renderWithWorkspace(<PassScreen visitId={VISIT} />, { handOver: { ...aMaker().handOver, hasVisitKey: () => false }, written: [cards], manual: index });
  expect(screen.queryByRole('button', { name: /Preparar el archivo/ })).toBeNull();
  expect(screen.getByRole('link', { name: 'Hacer una copia con palabras' }).getAttribute('href')).toBe('/back-up');
});

test('where the system has a share sheet for it, the file goes by that; a sheet that was closed is no copy', async () => {
  const shared: File[] = [];
  let accepts = false;
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, {
    canShare: () => true,
    share: async ({ files }: { files: File[] }) => {
      if (!accepts) throw new DOMException('closed', 'AbortError');
      shared.push(...files);
    },
  }));
  const { workspace } = await renderWithWorkspace(<BackUpScreen />, { handOver: aMaker().handOver, written: [cards] });
  fireEvent.click(screen.getByLabelText('Ya las anoté o les tomé una foto'));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Hacer la copia/ })));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Compartir…' })));
  expect(screen.getByText(/No se compartió/)).toBeTruthy();
  expect(workspace.backUps).toEqual([]);
  accepts = true;
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Compartir…' })));
  expect(shared.map(({ name }) => name)).toEqual(['cotejo-20261122-1000.cotejo']);
  expect(workspace.backUps).toEqual([holds]);
});

test('a back-up is made only after the words were noted, under exactly those, and counts as a copy once it is saved', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
  const maker = aMaker();
  const { workspace } = await renderWithWorkspace(<BackUpScreen />, { handOver: maker.handOver, written: [cards] });
  const words = screen.getByRole('list', { name: 'Palabras de la copia, en su orden' }).querySelectorAll('li');
  expect(words).toHaveLength(8);
  expect(screen.getByRole('button', { name: /Hacer la copia/ }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByLabelText('Ya las anoté o les tomé una foto'));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: /Hacer la copia/ })));
  expect(maker.orders[0]?.key).toEqual({ kind: 'passphrase', words: [...words].map((word) => word.textContent).join(' ') });
  expect(workspace.backUps).toEqual([]);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Guardar el archivo' })));
  expect(workspace.backUps).toEqual([holds]);
  expect(screen.getByText(/Copia hecha/)).toBeTruthy();
});

test('a copy is offered once work has existed only here for a day, and not while it stands in one', async () => {
  const [op] = makeFakeWorkspace({}).arrive(MARTA.id, [{ scope: SCOPE, entity: 'observation', entityId: VISIT, set: { text: 'x' } }]);
  if (!op) throw new Error('no op');
  const shows = async (at: string, copied: boolean): Promise<boolean> => {
    const again = await renderWithWorkspace(<BackUpOffer />, { items: [{ op: { ...op, at }, copied }] });
    const found = again.container.textContent.includes('Haga una copia de su trabajo');
    again.unmount();
    return found;
  };
  expect(await shows('2026-11-21T16:00:00.000Z', false)).toBe(true);
  expect(await shows('2026-11-21T16:00:00.000Z', true)).toBe(false);
  expect(await shows('2026-11-22T16:00:00.000Z', false)).toBe(false);
});
