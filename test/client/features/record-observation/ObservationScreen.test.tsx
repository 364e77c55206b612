// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { entityOf } from '#core/op/scopeState.ts';
import { observationOf } from '#core/visit/observation.ts';
import { ObservationScreen } from '#client/features/record-observation/ObservationScreen.tsx';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { NOTE, SCOPE, tour, VISIT } from './tourVisit.ts';

const begun = { by: MARTA.id, changes: [{ scope: SCOPE, entity: 'observation', entityId: NOTE, set: { code: 'O-MI-001', text: 'La puerta cierra.', textLang: 'es', observedAt: '2026-11-22T17:00:00Z' } }] };
const press = async (name: RegExp | string): Promise<void> => act(async () => screen.getByRole('button', { name }).click());
const open = (observationId = NOTE, options: Parameters<typeof renderWithWorkspace>[1] = tour(begun)) =>
  renderWithWorkspace(<ObservationScreen visitId={VISIT} observationId={observationId} />, options);

/** Two people continue one text apart. */
const apart = async () => {
  const rendered = await open();
  const heads = rendered.workspace.state(SCOPE).entities.get(`observation/${NOTE}`)?.fields.get('text')?.heads.map((op) => op.id) ?? [];
  const change = (text: string) => [{ scope: SCOPE, entity: 'observation', entityId: NOTE, set: { text, textLang: 'es' }, base: { text: heads } }];
  const ops = await act(async () => [
    ...rendered.workspace.arrive(MARTA.id, change('La puerta cierra. Falta septiembre.')),
    ...rendered.workspace.arrive(DALE.id, change('La puerta cierra. Hay un sello roto.')),
  ]);
  return { ...rendered, heads: ops.map((op) => op.id) };
};

test('opening a new observation saves nothing; the first thing touched begins it with its code, time and language', async () => {
  const { workspace } = await open('new', tour());
  expect(workspace.sealed).toEqual([]);
  await press('Contradice');
  expect(workspace.sealed).toHaveLength(1);
  expect(workspace.sealed[0]?.set).toMatchObject({ code: 'O-MI-008', textLang: 'es', outcome: 'contradicts', barrier: '' });
  expect(workspace.sealed[0]?.set['observedAt']).toMatch(/^2026-11-22T17:/);
});

test('two things touched at once give one record with one code', async () => {
  const { workspace } = await open('new', tour());
  await act(async () => {
    fireEvent.change(screen.getByLabelText('Nota'), { target: { value: 'Sin extintor.' } });
    fireEvent.blur(screen.getByLabelText('Nota'));
    screen.getByRole('button', { name: 'Contradice' }).click();
  });
  expect(new Set(workspace.sealed.map((op) => op.entityId)).size).toBe(1);
  expect(new Set(workspace.sealed.flatMap((op) => (typeof op.set['code'] === 'string' ? [op.set['code']] : []))).size).toBe(1);
});

test('a note begun from a standard is tied to it, and one from an area is seen there', async () => {
  const { workspace } = await renderWithWorkspace(<ObservationScreen visitId={VISIT} observationId="new" standardId="4.2.10" area="evidence-room" />, tour());
  expect(screen.getByText('Sellos y etiquetas')).toBeTruthy();
  await press(/Apoya/);
  expect(workspace.sealed[0]?.set).toMatchObject({ 'standard.4.2.10': true, area: 'evidence-room' });
});

test('an area offers the standards that are seen there', async () => {
  const { workspace } = await open();
  await act(async () => fireEvent.change(screen.getByLabelText('Área'), { target: { value: 'evidence-room' } }));
  await press(/4\.2\.3.*Control de acceso/);
  expect(observationOf(workspace.state(SCOPE), NOTE)?.standards).toEqual(['4.2.3']);
  await press('Quitar el estándar 4.2.3');
  expect(observationOf(workspace.state(SCOPE), NOTE)?.standards).toEqual([]);
});

test('an area that the manual does not know is kept in one’s own words', async () => {
  const { workspace } = await open();
  await act(async () => fireEvent.change(screen.getByLabelText('Área'), { target: { value: ' ' } }));
  await act(async () => {
    fireEvent.change(screen.getByLabelText('Nombre del área'), { target: { value: 'Azotea' } });
    fireEvent.blur(screen.getByLabelText('Nombre del área'));
  });
  expect(observationOf(workspace.state(SCOPE), NOTE)?.area).toBe('Azotea');
});

test('a barrier takes the place of a conclusion, and the same tap takes it back', async () => {
  const { workspace } = await open();
  await press(/Apoya/);
  await press(/Cerrado/);
  expect(observationOf(workspace.state(SCOPE), NOTE)).toMatchObject({ barrier: 'locked', outcome: undefined });
  await press(/Cerrado/);
  expect(observationOf(workspace.state(SCOPE), NOTE)?.barrier).toBeUndefined();
});

test('what was typed is still there after the screen was left half-way', async () => {
  const first = await open();
  await act(async () => fireEvent.change(screen.getByLabelText('Nota'), { target: { value: 'La puerta cierra. Pero no tiene' } }));
  await act(async () => first.unmount());
  expect(observationOf(first.workspace.state(SCOPE), NOTE)?.text.text).toBe('La puerta cierra. Pero no tiene');
});

test('a note in English keeps its language on a Spanish screen', async () => {
  const { workspace } = await open();
  await act(async () => screen.getByRole('radio', { name: 'English' }).click());
  expect(workspace.sealed.at(-1)?.set).toEqual({ textLang: 'en' });
  expect(screen.getByLabelText('Nota').getAttribute('lang')).toBe('en');
});

test('a text that two people changed apart shows both parts with their authors', async () => {
  await apart();
  expect(screen.getAllByText(/Falta septiembre\./).length).toBeGreaterThan(0);
  expect(screen.getAllByText(/Hay un sello roto\./).length).toBeGreaterThan(0);
  expect(screen.getAllByRole('img', { name: 'Dale Whitaker' }).length).toBeGreaterThan(0);
  expect(screen.queryByLabelText('Nota')).toBeNull();
});

test('confirming the merged text names both texts, and settles the difference', async () => {
  const { workspace, heads } = await apart();
  await press('Confirmar este texto');
  expect(workspace.sealed.at(-1)?.set).toMatchObject({ text: 'La puerta cierra. Falta septiembre. Hay un sello roto.' });
  expect([...(workspace.sealed.at(-1)?.base['text'] ?? [])].sort()).toEqual([...heads].sort());
  expect(observationOf(workspace.state(SCOPE), NOTE)?.text.conflict).toBe(false);
  expect(screen.getByLabelText('Nota')).toBeTruthy();
});

test('one side’s text can be kept whole', async () => {
  const { workspace } = await apart();
  const sides = screen.getAllByRole('button', { name: 'Quedarse con este texto' });
  const dale = sides.find((button) => button.parentElement?.textContent?.includes('Dale')) ?? sides[0];
  await act(async () => dale?.click());
  expect(observationOf(workspace.state(SCOPE), NOTE)?.text).toEqual({ text: 'La puerta cierra. Hay un sello roto.', conflict: false });
});

test('the merged text can be corrected before it stands', async () => {
  const { workspace } = await apart();
  await press('Corregir este texto');
  const field = screen.getByLabelText('Nota');
  expect(field).toHaveProperty('value', 'La puerta cierra. Falta septiembre. Hay un sello roto.');
  await act(async () => fireEvent.change(field, { target: { value: 'Falta septiembre y hay un sello roto.' } }));
  await press('Guardar como texto final');
  expect(observationOf(workspace.state(SCOPE), NOTE)?.text).toEqual({ text: 'Falta septiembre y hay un sello roto.', conflict: false });
});

test('both times are shown when the note was written long after the act', async () => {
  await open(NOTE, tour(begun, { by: MARTA.id, changes: [{ scope: SCOPE, entity: 'observation', entityId: NOTE, set: { observedAt: '2026-11-22T15:00:00Z' } }] }));
  expect(screen.getByText(/Ocurrió: .*8:00.*Se anotó: .*10:00/)).toBeTruthy();
});

test('the time of the act is typed by the agency’s clock and kept as the right instant', async () => {
  const { workspace } = await open();
  const field = screen.getByLabelText('Cuándo fue');
  expect(field).toHaveProperty('value', '2026-11-22T10:00');
  await act(async () => {
    fireEvent.change(field, { target: { value: '2026-11-22T08:30' } });
    fireEvent.blur(field);
  });
  expect(workspace.sealed.at(-1)?.set).toEqual({ observedAt: '2026-11-22T15:30:00.000Z' });
});

test('a deletion names all that it saw, and can be undone', async () => {
  const { workspace } = await open();
  await press('Borrar la observación');
  expect(workspace.sealed.at(-1)).toMatchObject({ set: { deleted: true } });
  expect(workspace.sealed.at(-1)?.saw?.length).toBeGreaterThan(0);
  expect(observationOf(workspace.state(SCOPE), NOTE)?.facts.deletion).toBe('deleted');
  await press('Deshacer');
  expect(observationOf(workspace.state(SCOPE), NOTE)?.facts.deletion).toBe('alive');
});

test('a deleted record that a colleague changed meanwhile is shown again, marked', async () => {
  const { workspace } = await open();
  await act(async () => {
    const base = { text: [...(entityOf(workspace.state(SCOPE), 'observation', NOTE)?.fields.get('text')?.heads ?? [])].map((op) => op.id) };
    workspace.arrive(MARTA.id, [{ scope: SCOPE, entity: 'observation', entityId: NOTE, set: { deleted: true }, saw: base.text }]);
    workspace.arrive(DALE.id, [{ scope: SCOPE, entity: 'observation', entityId: NOTE, set: { text: 'La puerta cierra y es nueva.' }, base }]);
  });
  expect(screen.getByText(/Alguien borró esta observación/)).toBeTruthy();
  await press('Conservarla');
  expect(screen.queryByText(/Alguien borró esta observación/)).toBeNull();
});

test('a full disk is said in words, and what was typed stays on the screen', async () => {
  const { workspace } = await open();
  workspace.failNextSeal({ type: 'disk-full' });
  await act(async () => {
    fireEvent.change(screen.getByLabelText('Nota'), { target: { value: 'No se pierde' } });
    fireEvent.blur(screen.getByLabelText('Nota'));
  });
  expect(screen.getByRole('alert').textContent).toMatch(/no tiene espacio/);
  expect(screen.getByLabelText('Nota')).toHaveProperty('value', 'No se pierde');
});

test('the list finds a note by its words and says how many there are', async () => {
  await open();
  await act(async () => fireEvent.change(screen.getByLabelText('Palabras, código o estándar'), { target: { value: 'barda' } }));
  const list = screen.getByRole('list', { name: 'Recorrido' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  expect(screen.getByText('1 observación')).toBeTruthy();
});

test('a new observation has its own address at once, so that a killed page comes back to it', async () => {
  const { workspace, path } = await open('new', { ...tour(), path: `/visits/${VISIT}/observations/new?standard=4.2.3` });
  expect(path()).toMatch(new RegExp(`^/visits/${VISIT}/observations/[0-9a-f-]{36}\\?standard=4\\.2\\.3$`));
  await press(/Apoya/);
  expect(path()).toContain(workspace.sealed[0]?.entityId);
});
