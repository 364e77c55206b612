import type { LocalText, Program } from '#core/manual/edition.ts';
import type { RoleCategory } from '#core/visit/values.ts';

export const QUESTION_TYPES = [
  'text', 'integer', 'decimal', 'date', 'time', 'dateTime', 'oneOf', 'severalOf', 'yesNo', 'rating', 'photo', 'file', 'audio', 'signature',
  'place', 'note', 'acknowledge', 'calculate',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** An expression as written, in the small language of `parseExpression`. Never evaluated as code. */
export type ExpressionText = string;

export type FormQuestion = {
  readonly kind: 'question';
  /** Unique in the form and fixed for ever: answers are kept under it. */
  readonly name: string;
  readonly type: QuestionType;
  readonly label: LocalText;
  readonly hint: LocalText;
  readonly required: boolean;
  readonly relevant?: ExpressionText;
  readonly constraint?: ExpressionText;
  readonly constraintMessage: LocalText;
  readonly calculation?: ExpressionText;
  /** Of `oneOf` and `severalOf`: a list of the form. */
  readonly list?: string;
  readonly choiceFilter?: ExpressionText;
  readonly appearance?: string;
  readonly readOnly?: boolean;
  readonly initial?: string;
  /** Of `rating`: from, to and step. */
  readonly range?: { readonly from: number; readonly to: number; readonly step: number };
  /** Standards that the answer is evidence for: ids or printed numbers in the visit's edition, or `<edition>/<number>` in one edition only. */
  readonly standards: readonly string[];
  /** Ids of areas where it is asked. */
  readonly areas: readonly string[];
};

/** A section; `repeats`: filled in as many times as the person adds it. */
export type FormGroup = {
  readonly kind: 'group';
  readonly name: string;
  readonly label: LocalText;
  readonly repeats: boolean;
  readonly relevant?: ExpressionText;
  /** How many times a repeated group is there; absent: as many as the person adds. */
  readonly repeatCount?: ExpressionText;
  readonly nodes: readonly FormNode[];
};

export type FormNode = FormQuestion | FormGroup;

/** `facts`: the other columns of the choices, for `choiceFilter`. */
export type Choice = { readonly name: string; readonly label: LocalText; readonly facts: Readonly<Record<string, string>> };

export const FORM_KINDS = ['checklist', 'guide', 'initial_evaluation', 'questionnaire'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A checklist, an interview guide, the topics of an initial evaluation, or a questionnaire. */
export type Form = {
  /** Letters, digits, dots, hyphens and underscores. */
  readonly id: string;
  readonly revision: number;
  readonly kind: FormKind;
  readonly title: LocalText;
  /** What it is for; the others are not offered it. */
  readonly programs: readonly Program[];
  /** Of a tour's checklist: the area that it is for. */
  readonly area?: string;
  /** Of an interview guide: whom one asks with it. */
  readonly role?: RoleCategory;
  readonly nodes: readonly FormNode[];
  readonly lists: Readonly<Record<string, readonly Choice[]>>;
};

/** Every question of a form, in its order. */
export function questionsOf(nodes: readonly FormNode[]): readonly FormQuestion[] {
  return nodes.flatMap((node) => (node.kind === 'question' ? [node] : questionsOf(node.nodes)));
}
