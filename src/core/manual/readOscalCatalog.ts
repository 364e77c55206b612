import * as v from 'valibot';
import type { ManualLanguage, Program, VerifyMethod } from './edition.ts';
import type { ManualReading } from './manualReading.ts';
import type { ManualNode } from './manualNodes.ts';
import { readManualNodes } from './readManualNodes.ts';
import { newProblemList } from './problemList.ts';

/** NIST OSCAL 1.x, the parts that a manual has. Unknown members are let through. */
type Part = {
  readonly id?: string | undefined; readonly name: string; readonly title?: string | undefined; readonly prose?: string | undefined;
  readonly props?: readonly Prop[] | undefined; readonly parts?: readonly Part[] | undefined;
};
type Prop = { readonly name: string; readonly value: string; readonly class?: string | undefined };
type Param = { readonly id: string; readonly label?: string | undefined; readonly select?: { readonly choice?: readonly string[] | undefined } | undefined };
type Control = {
  readonly id: string; readonly title: string; readonly params?: readonly Param[] | undefined; readonly props?: readonly Prop[] | undefined;
  readonly parts?: readonly Part[] | undefined; readonly controls?: readonly Control[] | undefined;
};
type Group = {
  readonly id?: string | undefined; readonly title: string; readonly props?: readonly Prop[] | undefined; readonly parts?: readonly Part[] | undefined;
  readonly groups?: readonly Group[] | undefined; readonly controls?: readonly Control[] | undefined;
};

const optional = v.optional;
const prop: v.GenericSchema<unknown, Prop> = v.object({ name: v.string(), value: v.string(), class: optional(v.string()) });
const part: v.GenericSchema<unknown, Part> = v.object({
  id: optional(v.string()), name: v.string(), title: optional(v.string()), prose: optional(v.string()), props: optional(v.array(prop)),
  parts: optional(v.array(v.lazy(() => part))),
});
const param: v.GenericSchema<unknown, Param> = v.object({ id: v.string(), label: optional(v.string()), select: optional(v.object({ choice: optional(v.array(v.string())) })) });
const control: v.GenericSchema<unknown, Control> = v.object({
  id: v.string(), title: v.string(), params: optional(v.array(param)), props: optional(v.array(prop)), parts: optional(v.array(part)),
  controls: optional(v.array(v.lazy(() => control))),
});
const group: v.GenericSchema<unknown, Group> = v.object({
  id: optional(v.string()), title: v.string(), props: optional(v.array(prop)), parts: optional(v.array(part)),
  groups: optional(v.array(v.lazy(() => group))), controls: optional(v.array(control)),
});
const document = v.object({
  catalog: v.object({
    metadata: v.object({ title: v.string() }), groups: optional(v.array(group), []), controls: optional(v.array(control), []),
  }),
});

/** Whether parsed JSON looks like a catalog of OSCAL; its faults are then told as faults of one. */
export const isOscalCatalog = (value: unknown): boolean => v.is(v.object({ catalog: v.looseObject({ metadata: v.unknown() }) }), value);

export type OscalOptions = { readonly language?: ManualLanguage; readonly edition?: { readonly id: string; readonly program: Program; readonly name: string } };

/**
 * A catalog of OSCAL: a group is a chapter (groups within are sections), a control a standard (an enhancement is one of its own,
 * after its control), its statement's items the bullets, its guidance the commentary; EXAMINE, INTERVIEW and TEST are how it is
 * verified: by document, interview, observation. A parameter stands in the text by its label, in brackets.
 */
export function readOscalCatalog(value: unknown, options: OscalOptions): ManualReading {
  const problems = newProblemList();
  const read = v.safeParse(document, value);
  if (!read.success) {
    for (const issue of read.issues) problems.error('wrong-shape', 0, `/${(issue.path ?? []).map(({ key }) => String(key)).join('/')}`, issue.message, { detail: issue.message });
    return readManualNodes([], { ...options, problems });
  }
  const { metadata, groups, controls } = read.output.catalog;
  const nodes: ManualNode[] = [];
  const params = new Map<string, string>();
  const language = options.language;
  const text = (raw: string | undefined) => {
    const filled = fill(raw ?? '', params).trim();
    return filled === '' || language === undefined ? {} : { [language]: filled };
  };
  const add = (node: Pick<ManualNode, 'id' | 'parentId' | 'kind' | 'label'> & Partial<ManualNode>): void => void nodes.push({
    row: 0, title: {}, text: {}, commentary: {}, activity: {}, cell: () => '', ...node,
  });
  const addItems = (parts: readonly Part[], parentId: string): void => {
    for (const [i, item] of parts.entries()) {
      if (item.name !== 'item') continue;
      const id = item.id ?? `${parentId}.${i + 1}`;
      add({ id, parentId, kind: 'bullet', label: labelOf(item.props) ?? '', text: text([item.title, item.prose].filter(Boolean).join('\n')) });
      addItems(item.parts ?? [], id);
    }
  };
  const addControl = (one: Control, parentId: string): void => {
    for (const { id, label, select } of one.params ?? []) params.set(id, label ?? select?.choice?.join(' / ') ?? id);
    const statements = (one.parts ?? []).filter(({ name }) => name === 'statement');
    const prose = (name: string): string => (one.parts ?? []).filter((each) => each.name === name).map((each) => each.prose ?? '').join('\n\n');
    add({
      id: one.id, parentId, kind: 'standard', label: labelOf(one.props) ?? one.id, title: text(one.title), text: text(statements.map((each) => each.prose ?? '').join('\n\n')),
      commentary: text(prose('guidance')), cell: (field) => (field === 'verifyBy' ? methodsOf(one).join(';') : ''),
    });
    for (const statement of statements) addItems(statement.parts ?? [], one.id);
    for (const enhancement of one.controls ?? []) addControl(enhancement, parentId);
  };
  const addGroup = (one: Group, parentId: string, place: string): void => {
    const id = one.id ?? place;
    add({ id, parentId, kind: parentId === '' ? 'chapter' : 'section', label: labelOf(one.props) ?? id.toUpperCase(), title: text(one.title) });
    for (const each of one.controls ?? []) addControl(each, id);
    for (const [i, each] of (one.groups ?? []).entries()) addGroup(each, id, `${place}.${i + 1}`);
  };
  if (controls.length > 0) {
    add({ id: 'catalog', parentId: '', kind: 'chapter', label: '1', title: text(metadata.title) });
    for (const each of controls) addControl(each, 'catalog');
  }
  for (const [i, each] of groups.entries()) addGroup(each, '', `group-${i + 1}`);
  return readManualNodes(nodes, { ...options, problems });
}

/** A choice of a parameter may name another parameter. */
const MAX_NESTING = 5;

function fill(text: string, params: ReadonlyMap<string, string>, depth = 0): string {
  return text.replace(/\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/g, (_all, id: string) => `[${depth < MAX_NESTING ? fill(params.get(id) ?? id, params, depth + 1) : id}]`);
}

/** The label as people print it: without the class that zero-pads, which is for sorting. */
function labelOf(props: readonly Prop[] | undefined): string | undefined {
  const labels = (props ?? []).filter(({ name }) => name === 'label');
  return (labels.find((label) => label.class === undefined) ?? labels[0])?.value;
}

const METHODS: Readonly<Record<string, VerifyMethod>> = { EXAMINE: 'document', INTERVIEW: 'interview', TEST: 'observation' };

function methodsOf({ parts = [] }: Control): readonly VerifyMethod[] {
  const named = parts.filter(({ name }) => name === 'assessment-method' || name === 'assessment')
    .flatMap(({ props = [] }) => props.filter(({ name }) => name === 'method').map(({ value }) => METHODS[value]));
  return [...new Set(named.filter((method) => method !== undefined))];
}
