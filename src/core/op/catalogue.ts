import { MEXICAN_STATES, ORDERS_OF_GOVERNMENT } from '#core/agency/values.ts';
import { ANSWERS, DECISIONS, EXTENTS, FINDING_KINDS, HARMS, PRIORITIES } from '#core/finding/values.ts';
import { PROGRAMS, SIZE_BANDS } from '#core/manual/edition.ts';
import type { GrantRole } from '#core/people/role.ts';
import { APPLICABILITIES, BULLET_VALUES, RESULTS } from '#core/rating/values.ts';
import { BARRIERS, CONSENTS, OUTCOMES, ROLE_CATEGORIES, VISIT_KINDS } from '#core/visit/values.ts';
import type { FieldType } from './fieldType.ts';
import type { ScopeKind } from './scope.ts';

/**
 * How an entity's key is made; keys are readable and checked against the author.
 * - `subject`: the id of the scope itself · `uuid`: made on the device
 * - `own`: `<uuid>/<author>` · `standard`: `<edition>/<standard>` · `standard-own`: `<edition>/<standard>/<author>`:
 *   only the author may write it
 * - `op`: the id of the only op that may ever write it, so that it is append-only without asking what came before
 */
export type KeyRule = 'subject' | 'uuid' | 'own' | 'standard' | 'standard-own' | 'op';

/** `name` ends in `.*` for a family of fields, one per member: `bullet.<id>`, `standard.<id>`. */
export type FieldRule = { readonly name: string; readonly type: FieldType; readonly writers: readonly GrantRole[] };

export type EntityRule = {
  readonly entity: string;
  readonly scope: ScopeKind;
  readonly key: KeyRule;
  readonly fields: readonly FieldRule[];
};

const LEADER = ['team_leader'] as const;
const TEAM = ['team_leader', 'technical_advisor'] as const;
const MANAGER = ['accreditation_manager'] as const;

const text: FieldType = { type: 'text' };
const flag: FieldType = { type: 'boolean' };
const integer: FieldType = { type: 'integer' };
const date: FieldType = { type: 'date' };
const instant: FieldType = { type: 'instant' };
const file: FieldType = { type: 'sha256' };
const uuid: FieldType = { type: 'uuid' };
const oneOf = (values: readonly string[]): FieldType => ({ type: 'oneOf', values });
/** A word, or '' once it is taken back. */
const clearable = (values: readonly string[]): FieldType => oneOf(['', ...values]);
const language = oneOf(['es', 'en']);

const fields = (writers: readonly GrantRole[], types: Readonly<Record<string, FieldType>>): readonly FieldRule[] =>
  Object.entries(types).map(([name, type]) => ({ name, type, writers }));

/** Answers to a form: text by path, whether a repeated group was filled in once more, what the answers say of a standard. */
const FORM_ANSWERS: Readonly<Record<string, FieldType>> = { 'answer.*': text, 'time.*': flag, 'outcome.*': clearable(OUTCOMES) };

const PHOTO: Readonly<Record<string, FieldType>> = {
  workingFile: file, thumbFile: file, capturedSha256: file, width: integer, height: integer, sizeBytes: integer, takenAt: instant,
};

/** Every entity and field there is. Names are for ever: a field is added, never renamed. Shown as a table in PROTOCOL.md. */
export const CATALOGUE: readonly EntityRule[] = [
  {
    entity: 'agency', scope: 'agency', key: 'subject',
    fields: fields(LEADER, {
      name: text, acronym: text, program: oneOf(PROGRAMS), orderOfGovernment: oneOf(ORDERS_OF_GOVERNMENT),
      state: oneOf(MEXICAN_STATES), timeZone: text, sizeBand: oneOf(SIZE_BANDS), 'function.*': flag, 'manager.*': flag,
    }),
  },
  {
    entity: 'visit', scope: 'agency', key: 'uuid',
    fields: fields(LEADER, {
      kind: oneOf(VISIT_KINDS), startDate: date, endDate: date, edition: text, revision: integer, leader: uuid, 'member.*': flag,
    }),
  },
  {
    entity: 'finding', scope: 'agency', key: 'uuid',
    fields: [
      ...fields(LEADER, {
        code: text, visit: uuid, edition: text, revision: integer, standard: text, 'bullet.*': flag, kind: oneOf(FINDING_KINDS),
        'reason.*': flag, statement: text, statementLang: language, proofWanted: text, proofWantedLang: language,
        priority: clearable(PRIORITIES), dueDate: date, 'photo.*': flag,
      }),
      ...fields(MANAGER, {
        'answer.value': oneOf(ANSWERS), 'answer.comment': text, 'answer.commentLang': language,
        'answer.responsible': text, 'answer.dueDate': date,
      }),
    ],
  },
  { entity: 'sharedPhoto', scope: 'agency', key: 'uuid', fields: fields(LEADER, { ...PHOTO, source: text, finding: uuid }) },
  { entity: 'proofPhoto', scope: 'agency', key: 'own', fields: fields(MANAGER, { ...PHOTO, finding: uuid, deleted: flag }) },
  {
    entity: 'submission', scope: 'agency', key: 'op',
    fields: fields(MANAGER, { finding: uuid, note: text, noteLang: language, 'photo.*': flag }),
  },
  {
    entity: 'decision', scope: 'agency', key: 'op',
    fields: fields(LEADER, { finding: uuid, value: oneOf(DECISIONS), note: text, noteLang: language }),
  },
  {
    entity: 'observation', scope: 'visit', key: 'uuid',
    fields: fields(TEAM, {
      code: text, area: text, text, textLang: language, outcome: clearable(OUTCOMES), barrier: clearable(BARRIERS), observedAt: instant,
      'standard.*': flag, deleted: flag,
    }),
  },
  { entity: 'photo', scope: 'visit', key: 'uuid', fields: fields(TEAM, { ...PHOTO, observation: uuid, caption: text, deleted: flag }) },
  {
    entity: 'interview', scope: 'visit', key: 'own',
    fields: fields(TEAM, {
      code: text, roleCategory: oneOf(ROLE_CATEGORIES), unit: text, shift: text, noticeVersion: text, noticeLang: language,
      noticeShownAt: instant, consent: oneOf(CONSENTS), attributable: flag, text, textLang: language, outcome: clearable(OUTCOMES),
      observedAt: instant, 'standard.*': flag, deleted: flag, guide: text, guideRevision: integer, ...FORM_ANSWERS,
    }),
  },
  {
    entity: 'formRecord', scope: 'visit', key: 'uuid',
    fields: fields(TEAM, { form: text, formRevision: integer, observedAt: instant, deleted: flag, ...FORM_ANSWERS }),
  },
  {
    entity: 'rating', scope: 'visit', key: 'standard-own',
    fields: fields(TEAM, {
      result: oneOf(RESULTS), reason: text, reasonLang: language, 'why.*': flag, applicability: oneOf(APPLICABILITIES),
      applicabilityReason: text, appliedDiscretion: flag, 'bullet.*': oneOf(BULLET_VALUES),
    }),
  },
  {
    entity: 'teamRating', scope: 'visit', key: 'standard',
    fields: fields(LEADER, { 'settled.result': oneOf(RESULTS), 'settled.reason': text, applicability: oneOf(APPLICABILITIES) }),
  },
  {
    entity: 'finding', scope: 'visit', key: 'uuid',
    fields: fields(TEAM, {
      code: text, edition: text, standard: text, 'bullet.*': flag, kind: oneOf(FINDING_KINDS), 'reason.*': flag, statement: text,
      statementLang: language, proofWanted: text, proofWantedLang: language, harm: oneOf(HARMS), extent: oneOf(EXTENTS),
      dueDate: date, 'photo.*': flag, deleted: flag,
    }),
  },
  {
    entity: 'publication', scope: 'visit', key: 'op',
    fields: fields(LEADER, { finding: uuid, previewSha256: file }),
  },
];

export function ruleOf(scope: ScopeKind, entity: string): EntityRule | undefined {
  return CATALOGUE.find((rule) => rule.scope === scope && rule.entity === entity);
}

/** The rule of a field, by its name or by its family's (`bullet.*` covers `bullet.a.1`). */
export function fieldRuleOf(entity: EntityRule, field: string): FieldRule | undefined {
  return entity.fields.find((rule) =>
    rule.name.endsWith('.*')
      ? field.startsWith(rule.name.slice(0, -1)) && field.length > rule.name.length - 1
      : rule.name === field,
  );
}
