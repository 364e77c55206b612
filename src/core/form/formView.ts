import type { LocalText } from '#core/manual/edition.ts';
import type { CompiledForm, PlacedNode } from './compileForm.ts';
import { evaluateExpression, type Surroundings } from './evaluateExpression.ts';
import { asBoolean, asNumber, asText } from './expressionValue.ts';
import type { Choice, FormGroup, FormNode, FormQuestion } from './form.ts';

/** What was answered. Every answer is text: numbers as typed, several choices as their names apart by spaces. */
export type FormAnswers = {
  /** By path: `name`; inside repeated groups `group[id]/name`. */
  readonly values: ReadonlyMap<string, string>;
  /** Ids of the times that a repeated group was filled in, in their order, by the group's path. */
  readonly times: ReadonlyMap<string, readonly string[]>;
};

export type FormMoment = { readonly today: string; readonly now: string };

export type ShownNode =
  | { readonly kind: 'section'; readonly path: string; readonly group: FormGroup; readonly depth: number }
  /** One time of a repeated group; `number` from 1. `fixed`: its count comes from the form, nobody adds or removes one. */
  | { readonly kind: 'time'; readonly path: string; readonly group: FormGroup; readonly id: string; readonly number: number; readonly fixed: boolean; readonly depth: number }
  | { readonly kind: 'question'; readonly path: string; readonly question: FormQuestion; readonly value: string; readonly choices: readonly Choice[]; readonly problem: AnswerProblem | undefined; readonly depth: number };

export type AnswerProblem = { readonly type: 'required' } | { readonly type: 'not-a-number' } | { readonly type: 'constraint'; readonly message: LocalText };

export type FormView = {
  readonly nodes: readonly ShownNode[];
  /** Of the questions that are asked now. */
  readonly asked: number;
  readonly answered: number;
};

/**
 * What a person sees of a form with these answers: questions that are not relevant are left out and count as unanswered, calculated
 * values are computed, choices filtered, problems told. Nothing is ever deleted for it: an answer to a question that is not asked
 * any more stays, and counts again when it is asked again. A form whose questions depend on each other in a circle still ends.
 */
export function formView(compiled: CompiledForm, answers: FormAnswers, moment: FormMoment): FormView {
  const evaluation = newEvaluation(compiled, answers, moment);
  const nodes: ShownNode[] = [];
  const show = (list: readonly FormNode[], ids: Ids, depth: number): void => {
    for (const node of list) {
      if (!evaluation.isRelevant(node, ids)) continue;
      const path = pathOf(compiled, node.name, ids);
      if (node.kind === 'question') {
        if (node.type !== 'calculate') nodes.push(shownQuestion(node, path, ids, depth));
      } else if (node.repeats) {
        nodes.push({ kind: 'section', path, group: node, depth });
        for (const [i, id] of evaluation.timesOf(node, ids).entries()) {
          nodes.push({ kind: 'time', path, group: node, id, number: i + 1, fixed: node.repeatCount !== undefined, depth: depth + 1 });
          show(node.nodes, new Map([...ids, [node.name, id]]), depth + 1);
        }
      } else {
        nodes.push({ kind: 'section', path, group: node, depth });
        show(node.nodes, ids, depth + 1);
      }
    }
  };
  const shownQuestion = (question: FormQuestion, path: string, ids: Ids, depth: number): ShownNode => {
    const value = evaluation.valueAt(question, ids);
    return { kind: 'question', path, question, value, choices: evaluation.choicesOf(question, ids), problem: evaluation.problemOf(question, value, ids), depth };
  };
  show(compiled.form.nodes, new Map(), 0);
  const questions = nodes.flatMap((node) => (node.kind === 'question' && node.question.type !== 'note' ? [node] : []));
  return { nodes, asked: questions.length, answered: questions.filter(({ value }) => value !== '').length };
}

/** Which time of each repeated group around, by the group's name. */
type Ids = ReadonlyMap<string, string>;

function pathOf({ byName }: CompiledForm, name: string, ids: Ids): string {
  const repeats = byName.get(name)?.repeats ?? [];
  return [...repeats.map((repeat) => `${repeat}[${ids.get(repeat) ?? ''}]`), name].join('/');
}

/** A repetition that a form asks for is bounded: a slip of the finger must not draw a million questions. */
const MAX_TIMES = 200;

function newEvaluation(compiled: CompiledForm, answers: FormAnswers, moment: FormMoment) {
  const { byName, expression } = compiled;
  const values = new Map<string, string>();
  const relevant = new Map<string, boolean>();
  /** What is being computed: a circle ends there. */
  const open = new Set<string>();
  const once = <T>(memory: Map<string, T>, key: string, inCircle: T, compute: () => T): T => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    if (open.has(key)) return inCircle;
    open.add(key);
    const value = compute();
    open.delete(key);
    memory.set(key, value);
    return value;
  };

  const surroundings = (ids: Ids, self: string, facts: Readonly<Record<string, string>> = {}): Surroundings => ({
    answer: (name) => valueOf(name, ids),
    answers: (name) => valuesOf(name, ids),
    self,
    position: positionOf(ids),
    fact: (name) => (Object.hasOwn(facts, name) ? (facts[name] ?? '') : ''),
    choiceName: (value, question) => choiceLabel(value, question),
    today: moment.today,
    now: moment.now,
  });
  const isTrue = (text: string | undefined, ids: Ids, self: string, otherwise: boolean, facts?: Readonly<Record<string, string>>): boolean => {
    const parsed = expression(text);
    return parsed === undefined ? otherwise : asBoolean(evaluateExpression(parsed, surroundings(ids, self, facts)));
  };

  const isRelevant = (node: FormNode, ids: Ids): boolean =>
    once(relevant, `? ${pathOf(compiled, node.name, ids)}`, true, () => {
      const around = byName.get(node.name)?.groups ?? [];
      return around.every((group) => isTrue(group.relevant, ids, '', true)) && isTrue(node.relevant, ids, stored(node.name, ids), true);
    });
  const stored = (name: string, ids: Ids): string => answers.values.get(pathOf(compiled, name, ids)) ?? '';

  const valueAt = (question: FormQuestion, ids: Ids): string =>
    once(values, `= ${pathOf(compiled, question.name, ids)}`, '', () => {
      if (!isRelevant(question, ids)) return '';
      const own = stored(question.name, ids);
      const parsed = expression(question.calculation);
      if (parsed !== undefined) return asText(evaluateExpression(parsed, surroundings(ids, own)));
      return own === '' ? (question.initial ?? '') : own;
    });

  function valueOf(name: string, ids: Ids): string {
    const placed = byName.get(name);
    if (placed?.node.kind !== 'question') return '';
    return valueAt(placed.node, firstIds(placed, ids));
  }
  /** Where the question stands in repeated groups that are not around the asker: the first time of each. */
  function firstIds(placed: PlacedNode, ids: Ids): Ids {
    const known = new Map(ids);
    for (const repeat of placed.repeats) if (!known.has(repeat)) known.set(repeat, timesOfName(repeat, known)[0] ?? '');
    return known;
  }
  function valuesOf(name: string, ids: Ids): readonly string[] {
    const placed = byName.get(name);
    if (placed === undefined) return [];
    const { node } = placed;
    if (node.kind === 'group') return node.repeats ? timesOf(node, firstIds(placed, ids)) : [];
    return everyIds(placed.repeats, ids).map((each) => valueAt(node, each));
  }
  /** Every time of every repeated group on the way: the innermost is never fixed by the asker, who may be in it. */
  function everyIds(repeats: readonly string[], ids: Ids): readonly Ids[] {
    let all: readonly Ids[] = [new Map()];
    for (const [i, repeat] of repeats.entries()) {
      const isInnermost = i === repeats.length - 1;
      const fixed = isInnermost ? undefined : ids.get(repeat);
      all = all.flatMap((known) => (fixed === undefined ? timesOfName(repeat, known) : [fixed]).map((id) => new Map([...known, [repeat, id]])));
    }
    return all;
  }
  function timesOfName(name: string, ids: Ids): readonly string[] {
    const node = byName.get(name)?.node;
    return node?.kind === 'group' ? timesOf(node, ids) : [];
  }
  function timesOf(group: FormGroup, ids: Ids): readonly string[] {
    const parsed = expression(group.repeatCount);
    if (parsed === undefined) return answers.times.get(pathOf(compiled, group.name, ids)) ?? [];
    const wanted = asNumber(evaluateExpression(parsed, surroundings(ids, '')));
    const count = Number.isFinite(wanted) ? Math.min(Math.max(0, Math.trunc(wanted)), MAX_TIMES) : 0;
    return Array.from({ length: count }, (_, i) => String(i + 1));
  }
  function positionOf(ids: Ids): number {
    const [innermost] = [...ids].slice(-1);
    if (!innermost) return 1;
    const outer = new Map([...ids].slice(0, -1));
    return timesOfName(innermost[0], outer).indexOf(innermost[1]) + 1;
  }
  function choiceLabel(value: string, question: string): string {
    const node = byName.get(question)?.node;
    const list = node?.kind === 'question' ? listOf(node) : [];
    const label = list.find(({ name }) => name === value)?.label;
    return label?.es ?? label?.en ?? value;
  }
  const listOf = ({ list }: FormQuestion): readonly Choice[] => (list !== undefined && Object.hasOwn(compiled.form.lists, list) ? (compiled.form.lists[list] ?? []) : []);

  const choicesOf = (question: FormQuestion, ids: Ids): readonly Choice[] =>
    question.choiceFilter === undefined ? listOf(question) : listOf(question).filter(({ name, facts }) => isTrue(question.choiceFilter, ids, stored(question.name, ids), true, { ...facts, name }));

  const problemOf = (question: FormQuestion, value: string, ids: Ids): AnswerProblem | undefined => {
    if (question.type === 'note') return undefined;
    if (value === '') return question.required ? { type: 'required' } : undefined;
    if ((question.type === 'integer' && !/^-?\d+$/.test(value)) || (question.type === 'decimal' && !Number.isFinite(asNumber(value)))) return { type: 'not-a-number' };
    return isTrue(question.constraint, ids, value, true) ? undefined : { type: 'constraint', message: question.constraintMessage };
  };

  return { isRelevant, valueAt, timesOf, choicesOf, problemOf };
}
