import type { Form, FormGroup, FormNode, FormQuestion } from './form.ts';
import { parseExpression, type Expression } from './parseExpression.ts';

/** A question or group with where it stands. */
export type PlacedNode = {
  readonly node: FormNode;
  /** Names of the repeated groups around it, outermost first. */
  readonly repeats: readonly string[];
  /** All groups around it, outermost first. */
  readonly groups: readonly FormGroup[];
};

/** A form ready to be filled in: its names indexed, its expressions read once. */
export type CompiledForm = {
  readonly form: Form;
  readonly byName: ReadonlyMap<string, PlacedNode>;
  /** `undefined`: not understood; then a question is shown, and a constraint does not complain. */
  readonly expression: (text: string | undefined) => Expression | undefined;
};

export function compileForm(form: Form): CompiledForm {
  const byName = new Map<string, PlacedNode>();
  const expressions = new Map<string, Expression | undefined>();
  const add = (nodes: readonly FormNode[], repeats: readonly string[], groups: readonly FormGroup[]): void => {
    for (const node of nodes) {
      byName.set(node.name, { node, repeats, groups });
      for (const text of expressionsOf(node)) {
        const parsed = parseExpression(text);
        expressions.set(text, parsed.ok ? parsed.value : undefined);
      }
      if (node.kind === 'group') add(node.nodes, node.repeats ? [...repeats, node.name] : repeats, [...groups, node]);
    }
  };
  add(form.nodes, [], []);
  return { form, byName, expression: (text) => (text === undefined ? undefined : expressions.get(text)) };
}

function expressionsOf(node: FormNode): readonly string[] {
  const all: readonly (string | undefined)[] = node.kind === 'group' ? [node.relevant, node.repeatCount] : questionExpressions(node);
  return all.filter((text) => text !== undefined);
}

const questionExpressions = ({ relevant, constraint, calculation, choiceFilter }: FormQuestion): readonly (string | undefined)[] => [relevant, constraint, calculation, choiceFilter];
