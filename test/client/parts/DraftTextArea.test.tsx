// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { DraftTextArea } from '#client/parts/DraftTextArea.tsx';
import type { Draft } from '#client/storage/drafts/draftStore.ts';
import { visitScope } from '#core/op/scope.ts';
import { err } from '#core/result.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { MARTA } from '#test/client/makeFakeWorkspace.ts';

const scope = visitScope('018f0000-0000-7000-8000-0000000000d1');
const target = { scope, entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000e1', field: 'text' };
const written = [{ by: MARTA.id, changes: [{ scope, entity: 'observation', entityId: target.entityId, set: { text: 'Antes.' } }] }];

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const field = () => screen.getByLabelText('Nota');
const type = (value: string) => act(async () => void fireEvent.change(field(), { target: { value } }));
const leave = () => act(async () => void fireEvent.blur(field()));
const wait = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const words = () => document.body.textContent;

function LeaveAndComeBack() {
  const [here, setHere] = useState(true);
  return (
    <>
      <button type="button" aria-label="ir" onClick={() => setHere(!here)} />
      {here ? <DraftTextArea target={target} label="Nota" /> : null}
    </>
  );
}
const go = () => act(async () => void fireEvent.click(screen.getByLabelText('ir')));

async function openField() {
  const rendered = await renderWithWorkspace(<DraftTextArea target={target} label="Nota" />, { written });
  vi.useFakeTimers();
  return rendered;
}

test('a text over the limit is said to be too long while it still stands there whole, and stays as a draft', async () => {
  const { workspace } = await openField();
  await type('a'.repeat(200_000));
  expect(words()).toContain('El texto tiene 200,000 caracteres y caben 100,000.');
  await wait(300);
  expect([...workspace.draftsByKey.values()].map((draft) => draft.value.length)).toEqual([200_000]);
  await type('a'.repeat(100_000));
  expect(words()).not.toContain('caben');
});

test('what is typed on a full disk is said to be on the screen only, and is saved by itself once there is room', async () => {
  const { workspace } = await openField();
  const put = workspace.drafts.put;
  Object.assign(workspace.drafts, { put: async () => err({ type: 'disk-full' }) });
  workspace.failNextSeal({ type: 'disk-full' });
  await type('Hay llaves sin etiqueta.');
  await leave();
  expect(words()).toContain('este texto sólo está en la pantalla');
  expect(words()).not.toContain('guardado en esta tableta');
  Object.assign(workspace.drafts, { put });
  await wait(6_000);
  expect(workspace.sealed.at(-1)?.set['text']).toBe('Hay llaves sin etiqueta.');
  expect(words()).toContain('Guardado en esta tableta');
});

test('when only the record finds no room, the field says that the draft is kept', async () => {
  const { workspace } = await openField();
  workspace.failNextSeal({ type: 'disk-full' });
  await type('Hay llaves sin etiqueta.');
  await leave();
  expect(words()).toContain('Borrador guardado en esta tableta');
  expect(words()).not.toContain('sólo está en la pantalla');
});

test('words typed just before leaving on a full disk are there on coming back, and are not called kept', async () => {
  const { workspace } = await renderWithWorkspace(<LeaveAndComeBack />, { written });
  vi.useFakeTimers();
  const inMemory = workspace.drafts.put;
  Object.assign(workspace.drafts, { put: async (draft: Draft) => inMemory(draft).then(() => err({ type: 'disk-full' })) });
  workspace.failNextSeal({ type: 'disk-full' });
  await type('Rápido.');
  await go();
  expect(screen.queryByLabelText('Nota')).toBeNull();
  await go();
  expect(field()).toHaveProperty('value', 'Rápido.');
  expect(words()).not.toContain('Borrador guardado');
  expect(words()).toContain('este texto sólo está en la pantalla');
});

test('on a phone the field says phone', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media, matches: media.includes('max-device-width'), addEventListener: () => undefined, removeEventListener: () => undefined,
    addListener: () => undefined, removeListener: () => undefined,
  }));
  await openField();
  await type('Nota.');
  await leave();
  expect(words()).toContain('Guardado en este teléfono');
});
