import { memoize } from '#core/op/memoize.ts';
import type { FieldValues } from '#core/op/op.ts';
import { conflictingFields, factsOf, readMembers, readNumber, readText, type RecordFacts } from '#core/op/readField.ts';
import { entitiesOf, entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { readOutcomes } from '#core/visit/readOutcomes.ts';
import type { Outcome } from '#core/visit/values.ts';
import type { CompiledForm } from './compileForm.ts';
import { questionsOf, type FormQuestion } from './form.ts';
import type { FormAnswers } from './formView.ts';

/** A form that was begun in a visit. Answers are fields of their own: two people may fill in one checklist at once. */
export type FormRecord = {
  readonly id: string;
  readonly formId: string;
  readonly revision: number;
  readonly answers: FormAnswers;
  /** What the answers say of the standards that their questions name. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly observedAt: string;
  readonly facts: RecordFacts;
  readonly conflicts: readonly string[];
};

export const readFormRecord = memoize((entity: EntityState): FormRecord => {
  const facts = factsOf(entity);
  return {
    id: entity.entityId,
    formId: readText(entity, 'form').text,
    revision: readNumber(entity, 'formRevision') ?? 1,
    answers: readAnswers(entity),
    outcomes: readOutcomes(entity),
    observedAt: readText(entity, 'observedAt').text || facts.recordedAt,
    facts,
    conflicts: conflictingFields(entity),
  };
});

/** Newest first. */
export function formRecordsOf(visit: ScopeState): readonly FormRecord[] {
  return entitiesOf(visit, 'formRecord').map(readFormRecord).sort((a, b) => (a.observedAt > b.observedAt ? -1 : 1));
}

export function formRecordOf(visit: ScopeState, id: string): FormRecord | undefined {
  const entity = entityOf(visit, 'formRecord', id);
  return entity && readFormRecord(entity);
}

/** The answers that stand in the fields `answer.*` and `time.*`, of a form's own record or of an interview. */
export function readAnswers(entity: EntityState | undefined): FormAnswers {
  const values = new Map<string, string>();
  const times = new Map<string, string[]>();
  for (const field of entity?.fields.keys() ?? []) {
    if (field.startsWith('answer.')) {
      const { text } = readText(entity, field);
      if (text !== '') values.set(field.slice('answer.'.length), text);
    }
  }
  for (const member of readMembers(entity, 'time.')) {
    const at = member.lastIndexOf('#');
    const group = member.slice(0, at);
    // Ids of UUIDv7 sort by when they were made.
    times.set(group, [...(times.get(group) ?? []), member.slice(at + 1)].sort());
  }
  return { values, times };
}

/** The field that adds (`true`) or takes away one time of a repeated group. */
export const timeField = (groupPath: string, id: string): string => `time.${groupPath}#${id}`;

/**
 * What an answer changes: the answer itself, and what all answers together now say of each standard that its question names. A *no*
 * anywhere outshines a *yes*. `standardId` finds a standard of the visit's edition; where it finds none the answer is evidence of nothing.
 */
export function answerFields(compiled: CompiledForm, answers: FormAnswers, path: string, value: string, standardId: (ref: string) => string | undefined): FieldValues {
  const placed = compiled.byName.get(nameOfPath(path));
  const set: Record<string, string> = { [`answer.${path}`]: value };
  if (placed?.node.kind !== 'question') return set;
  const values = new Map([...answers.values, [path, value]]);
  for (const ref of placed.node.standards) {
    const id = standardId(ref);
    if (id !== undefined) set[`outcome.${id}`] = outcomeOf(questionsOf(compiled.form.nodes).filter(({ standards }) => standards.includes(ref)), values) ?? '';
  }
  return set;
}

const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function outcomeOf(questions: readonly FormQuestion[], values: ReadonlyMap<string, string>): Outcome | undefined {
  const names = new Set(questions.map(({ name }) => name));
  const said = [...values].filter(([path, value]) => value !== '' && names.has(nameOfPath(path))).map(([, value]) => saysOf(value));
  return (['contradicts', 'supports', 'inconclusive'] as const).find((outcome) => said.includes(outcome));
}

function saysOf(value: string): Outcome {
  if (value === 'yes' || value === 'supports') return 'supports';
  return value === 'no' || value === 'contradicts' ? 'contradicts' : 'inconclusive';
}

/** Finds what a form calls a standard in the visit's edition: by id or number, or `<edition>/<number>` where it is that edition. */
export function standardFinder(index: ManualIndex): (ref: string) => string | undefined {
  const byNumber = new Map(index.standards.map((standard) => [standard.number, standard.id]));
  return (ref) => {
    const slash = ref.indexOf('/');
    if (slash >= 0 && ref.slice(0, slash) !== index.edition.id) return undefined;
    const name = ref.slice(slash + 1);
    return index.placeById.has(name) ? name : byNumber.get(name);
  };
}
