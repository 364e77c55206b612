// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { DraftTextArea } from '#client/parts/DraftTextArea.tsx';
import { visitScope } from '#core/op/scope.ts';
import { readText } from '#core/op/readField.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { renderWithWorkspace } from '#test/client/fakeWorkspace.tsx';
import { MARTA } from '#test/client/makeFakeWorkspace.ts';

const scope = visitScope('018f0000-0000-7000-8000-0000000000d1');
const [FIRST, SECOND] = ['018f0000-0000-7000-8000-0000000000e1', '018f0000-0000-7000-8000-0000000000e2'];
const note = (entityId: string, text: string) => ({ scope, entity: 'observation', entityId, set: { text } });

function OneFieldTwoRecords() {
  const [id, setId] = useState(FIRST);
  return (
    <>
      <button type="button" aria-label="otro" onClick={() => setId(SECOND)} />
      <DraftTextArea target={{ scope, entity: 'observation', entityId: id, field: 'text' }} label="Nota" />
    </>
  );
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Nota');
const type = (value: string) => act(async () => void fireEvent.change(field(), { target: { value } }));

test('what is typed into one record never reaches the next one that the same field shows', async () => {
  const { workspace } = await renderWithWorkspace(<OneFieldTwoRecords />, { written: [{ by: MARTA.id, changes: [note(FIRST, 'Uno.'), note(SECOND, 'Dos.')] }] });
  await type('Uno, cambiado.');
  await act(async () => void fireEvent.click(screen.getByLabelText('otro')));
  expect(field().value).toBe('Dos.');
  const textOf = (id: string) => readText(entityOf(workspace.state(scope), 'observation', id), 'text').text;
  expect([textOf(FIRST), textOf(SECOND)]).toEqual(['Uno, cambiado.', 'Dos.']);
});

test('words whose save failed are a draft, also those of the last moment', async () => {
  const { workspace } = await renderWithWorkspace(<OneFieldTwoRecords />, { written: [{ by: MARTA.id, changes: [note(FIRST, 'Uno.')] }] });
  workspace.failNextSeal({ type: 'other-window' });
  await type('Uno, cambiado.');
  await act(async () => void fireEvent.blur(field()));
  expect([...workspace.draftsByKey.values()].map(({ value }) => value)).toEqual(['Uno, cambiado.']);
});
