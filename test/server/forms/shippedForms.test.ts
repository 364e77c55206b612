import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileForm } from '#core/form/compileForm.ts';
import { questionsOf, type FormNode } from '#core/form/form.ts';
import { formView } from '#core/form/formView.ts';
import { readXlsForm } from '#core/form/readXlsForm.ts';
import { parseExpression } from '#core/form/parseExpression.ts';
import { writeXlsForm } from '#core/form/writeXlsForm.ts';
import { hasText, MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import { indexEdition } from '#core/manual/manualIndex.ts';
import { readManualJson } from '#core/manual/readManualJson.ts';
import { standardFinder } from '#core/form/formRecord.ts';
import { installShippedForms, shippedForms } from '#server/forms/installShippedForms.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';

const forms = shippedForms();
const AT = { today: '2026-11-25', now: '2026-11-25T00:00:00Z' };

test('there are tour checklists, interview guides, the topics of each program, the agency profile and the exit meeting', () => {
  const ids = forms.map(({ id }) => id);
  for (const area of ['communications', 'holding', 'evidence-room', 'armory', 'records', 'vehicles', 'internal-affairs', 'classrooms', 'range', 'dormitory']) expect(ids).toContain(`tour-${area}`);
  for (const role of ['command', 'supervisor', 'officer', 'telecommunicator', 'instructor', 'cadet', 'civilian']) expect(forms.find(({ id }) => id === `guide-${role}`)?.role).toBe(role);
  expect(ids).toEqual(expect.arrayContaining(['initial-le', 'initial-com', 'initial-aca', 'agency-profile', 'exit-meeting']));
});

test.each(forms.map((form) => [form.id, form] as const))('%s is whole: both languages everywhere, expressions that are understood, standards that are there', (_, form) => {
  const texts = (nodes: readonly FormNode[]): readonly object[] => nodes.flatMap((node) => [node.label, ...(node.kind === 'group' ? texts(node.nodes) : [node.hint, node.constraintMessage])]);
  for (const text of [form.title, ...texts(form.nodes), ...Object.values(form.lists).flatMap((list) => list.map(({ label }) => label))].filter(hasText)) {
    for (const language of MANUAL_LANGUAGES) expect(Reflect.get(text, language), JSON.stringify(text)).toBeTruthy();
  }
  for (const { relevant, constraint, calculation, list, standards } of questionsOf(form.nodes)) {
    for (const expression of [relevant, constraint, calculation]) if (expression !== undefined) expect(parseExpression(expression)).toMatchObject({ ok: true });
    if (list !== undefined) expect(form.lists[list]?.length).toBeGreaterThan(1);
    for (const ref of standards) expect(finders.some((find) => find(ref) !== undefined), ref).toBe(true);
  }
  expect(formView(compileForm(form), { values: new Map(), times: new Map() }, AT).asked).toBeGreaterThan(3);
});

test.each(forms.map((form) => [form.id, form] as const))('%s goes out as an XLSForm and comes back without a problem', (_, form) => {
  const { problems, form: again } = readXlsForm(writeXlsForm(form).map((sheet) => ({ ...sheet, numberCells: [] })));
  expect(problems.filter(({ code }) => code !== 'ignored-column')).toEqual([]);
  expect(questionsOf(again?.nodes ?? []).map(({ name }) => name)).toEqual(questionsOf(form.nodes).map(({ name }) => name));
});

test('the forms are there after a start, once, and one that somebody replaced stays as it is', async () => {
  const store = createMemoryStore();
  await installShippedForms(store, 0);
  await store.transaction((tx) => tx.forms.add({ id: 'exit-meeting', revision: 2, form: '{"own":true}', addedAt: '' }));
  await installShippedForms(store, 1);
  const newest = await store.transaction((tx) => tx.forms.newest());
  expect(newest).toHaveLength(forms.length);
  expect(newest.find(({ id }) => id === 'exit-meeting')).toMatchObject({ revision: 2, form: '{"own":true}' });
});

const finders = ['le', 'com', 'aca'].map((name) => {
  const { edition } = readManualJson(readFileSync(join(import.meta.dirname, `../../../src/server/samples/sample-${name}.json`)));
  if (!edition) throw new Error(`the sample ${name} cannot be read`);
  return standardFinder(indexEdition(edition));
});
