import * as v from 'valibot';
import { PROGRAMS } from '#core/manual/edition.ts';
import { localTextSchema } from '#core/manual/editionSchema.ts';
import { ROLE_CATEGORIES } from '#core/visit/values.ts';
import { FORM_KINDS, QUESTION_TYPES, type Form, type FormNode } from './form.ts';

/** Characters of one label or expression; of all names together a form has at most `MAX_NODES`. */
const text = v.pipe(v.string(), v.maxLength(10_000));
const name = v.pipe(v.string(), v.regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u));
const members = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(200));

const question = v.object({
  kind: v.literal('question'), name, type: v.picklist(QUESTION_TYPES), label: localTextSchema, hint: localTextSchema, required: v.boolean(),
  relevant: v.exactOptional(text), constraint: v.exactOptional(text), constraintMessage: localTextSchema, calculation: v.exactOptional(text),
  list: v.exactOptional(v.string()), choiceFilter: v.exactOptional(text), appearance: v.exactOptional(text), readOnly: v.exactOptional(v.boolean()),
  initial: v.exactOptional(text), range: v.exactOptional(v.object({ from: v.number(), to: v.number(), step: v.pipe(v.number(), v.minValue(0.01)) })), standards: members, areas: members,
});
const group = v.object({
  kind: v.literal('group'), name, label: localTextSchema, repeats: v.boolean(), relevant: v.exactOptional(text), repeatCount: v.exactOptional(text),
  nodes: v.array(v.lazy((): v.GenericSchema<unknown, FormNode> => node)),
});
const node: v.GenericSchema<unknown, FormNode> = v.variant('kind', [question, group]);

const MAX_NODES = 5_000;

/** A form that comes from outside: an upload, the server's answer, the tablet's own store. */
export const formSchema: v.GenericSchema<unknown, Form> = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)), revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), kind: v.picklist(FORM_KINDS), title: localTextSchema,
    programs: v.array(v.picklist(PROGRAMS)), area: v.exactOptional(v.string()), role: v.exactOptional(v.picklist(ROLE_CATEGORIES)), nodes: v.array(node),
    lists: v.record(v.string(), v.array(v.object({ name: v.pipe(v.string(), v.maxLength(300)), label: localTextSchema, facts: v.record(v.string(), v.string()) }))),
  }),
  v.check((form) => areNamesUnique(form.nodes), 'every name once'),
);

/** `GET /api/forms`: all forms of the installation, newest revision of each. */
export const formsAnswer = v.object({ hash: v.string(), forms: v.array(formSchema) });
export type FormsAnswer = v.InferOutput<typeof formsAnswer>;

function areNamesUnique(nodes: readonly FormNode[]): boolean {
  const seen = new Set<string>();
  const add = (list: readonly FormNode[], depth: number): boolean => list.every((one) => {
    if (seen.has(one.name) || seen.size >= MAX_NODES || depth > 20) return false;
    seen.add(one.name);
    return one.kind === 'question' || add(one.nodes, depth + 1);
  });
  return add(nodes, 0);
}
