import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileForm } from '#core/form/compileForm.ts';
import type { Form, FormGroup, FormNode, FormQuestion } from '#core/form/form.ts';
import { formView } from '#core/form/formView.ts';

const question = (name: string, type: FormQuestion['type'], more: Partial<FormQuestion> = {}): FormQuestion => ({
  kind: 'question', name, type, label: { es: name }, hint: {}, required: false, constraintMessage: {}, standards: [], areas: [], ...more,
});
const group = (name: string, repeats: boolean, nodes: readonly FormNode[], more: Partial<FormGroup> = {}): FormGroup => ({ kind: 'group', name, label: {}, repeats, nodes, ...more });
const form = (...nodes: readonly FormNode[]): Form => ({ id: 'f', revision: 1, kind: 'checklist', programs: ['LE'], title: {}, nodes, lists: { l: [{ name: 'a', label: {}, facts: { of: 'x' } }, { name: 'b', label: {}, facts: { of: 'y' } }] } });
const MOMENT = { today: '2026-11-25', now: '2026-11-25T15:00:00Z' };

function view(of: Form, values: Readonly<Record<string, string>>, times: Readonly<Record<string, readonly string[]>> = {}) {
  return formView(compileForm(of), { values: new Map(Object.entries(values)), times: new Map(Object.entries(times)) }, MOMENT);
}
const shown = (...given: Parameters<typeof view>): readonly string[] =>
  view(...given).nodes.map((node) => (node.kind === 'question' ? `${node.path}=${node.value}${node.problem ? ` !${node.problem.type}` : ''}` : `${node.kind} ${node.path}`));

test('a question appears when its condition holds, and an answer that is not asked any more does not count', () => {
  const of = form(question('a', 'yesNo'), question('b', 'text', { relevant: "${a} = 'yes'", required: true }), question('c', 'text', { relevant: "${b} != ''" }));
  expect(shown(of, {})).toEqual(['a=']);
  expect(shown(of, { a: 'yes' })).toEqual(['a=yes', 'b= !required']);
  expect(shown(of, { a: 'yes', b: 'x', c: 'y' })).toEqual(['a=yes', 'b=x', 'c=y']);
  expect(shown(of, { a: 'no', b: 'x', c: 'y' })).toEqual(['a=no']);
  expect(view(of, { a: 'yes', b: 'x' })).toMatchObject({ asked: 3, answered: 2 });
});

test('repeated groups are filled in as often as wanted, or as often as an answer says; each knows its own answers', () => {
  const rooms = group('room', true, [question('n', 'integer'), question('sum', 'text', { calculation: 'concat(${n}, "/", sum(${n}), " #", position(..))', readOnly: true })]);
  expect(shown(form(rooms), { 'room[k]/n': '2', 'room[m]/n': '3' }, { room: ['k', 'm'] })).toEqual([
    'section room', 'time room', 'room[k]/n=2', 'room[k]/sum=2/5 #1', 'time room', 'room[m]/n=3', 'room[m]/sum=3/5 #2',
  ]);
  const counted = form(question('count', 'integer'), group('room', true, [question('n', 'integer')], { repeatCount: '${count}' }));
  expect(shown(counted, { 'count': '2', 'room[2]/n': 'x' })).toEqual(['count=2', 'section room', 'time room', 'room[1]/n=', 'time room', 'room[2]/n=x !not-a-number']);
  expect(view(counted, { count: '1e9' }).nodes.length).toBeLessThan(1_000);
});

test('choices are filtered by their facts, and limits are judged', () => {
  const of = form(question('k', 'text'), question('q', 'oneOf', { list: 'l', choiceFilter: 'of = ${k}' }), question('n', 'integer', { constraint: '. <= 5', constraintMessage: { es: 'Hasta cinco' } }));
  const nodes = view(of, { k: 'y', n: '7' }).nodes;
  expect(nodes[1]).toMatchObject({ choices: [{ name: 'b' }] });
  expect(nodes[2]).toMatchObject({ problem: { type: 'constraint', message: { es: 'Hasta cinco' } } });
});

test('questions that depend on each other in a circle end, and a condition that is not understood asks', () => {
  const of = form(question('a', 'text', { relevant: '${b} = 1' }), question('b', 'text', { relevant: '${a} = 1' }), question('c', 'text', { calculation: '${c} + 1', relevant: 'no such thing (' }));
  expect(view(of, { a: '1', b: '1' }).nodes.length).toBeGreaterThan(0);
});

test('whatever the answers are, a view comes of it, and the same answers give the same view', () => {
  const of = form(question('a', 'severalOf', { list: 'l' }), group('g', true, [question('x', 'decimal', { relevant: "selected(${a}, 'a') and ${x} != 3" }), question('y', 'calculate', { calculation: 'count(${g}) * ${x}' })]));
  fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'g[1]/x', 'g[2]/x', 'zz'), fc.string()), fc.array(fc.constantFrom('1', '2', '3')), (values, ids) => {
    expect(view(of, values, { g: ids })).toEqual(view(of, values, { g: ids }));
  }));
});
