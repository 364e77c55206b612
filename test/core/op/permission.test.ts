import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, ruleOf, type EntityRule, type FieldRule } from '#core/op/catalogue.ts';
import type { FieldType } from '#core/op/fieldType.ts';
import { checkWrite, type WriteAttempt } from '#core/op/permission.ts';
import { agencyScope, visitScope, type ScopeKind } from '#core/op/scope.ts';
import type { Json } from '#core/json.ts';
import { GRANT_ROLES, type GrantRole } from '#core/people/role.ts';
import { err, ok } from '#core/result.ts';
import { AGENCY, anId, DALE, MARTA, VISIT } from '#test/builders/opBuilder.ts';

const ID = anId();
const OTHER = anId();
const LEADER = new Set<GrantRole>(['team_leader']);
const ADVISOR = new Set<GrantRole>(['technical_advisor']);
const MANAGER = new Set<GrantRole>(['accreditation_manager']);

const keyOf = (rule: EntityRule): string => {
  switch (rule.key) {
    case 'subject': return AGENCY;
    case 'uuid': return OTHER;
    case 'op': return ID;
    case 'own': return `${OTHER}/${MARTA}`;
    case 'standard': return 'ed/1.1';
    case 'standard-own': return `ed/1.1/${MARTA}`;
  }
};
const valueOf = (type: FieldType): Json => {
  switch (type.type) {
    case 'text': return 'algo';
    case 'boolean': return true;
    case 'integer': return 3;
    case 'uuid': return OTHER;
    case 'date': return '2026-11-22';
    case 'instant': return '2026-11-22T15:00:00.000Z';
    case 'sha256': return 'a'.repeat(64);
    case 'oneOf': return type.values.at(-1) ?? null;
  }
};
const nameOf = (field: FieldRule): string => (field.name.endsWith('.*') ? `${field.name.slice(0, -1)}x1` : field.name);
const attempt = (rule: EntityRule, set: WriteAttempt['set'], over: Partial<WriteAttempt> = {}): WriteAttempt => ({
  id: ID, v: 1, scope: rule.scope === 'agency' ? agencyScope(AGENCY) : visitScope(VISIT), entity: rule.entity, entityId: keyOf(rule),
  set, actor: MARTA, ...over,
});
const ruleFor = (scope: ScopeKind, entity: string): EntityRule => {
  const rule = ruleOf(scope, entity);
  if (!rule) throw new Error(`no ${entity} in ${scope}`);
  return rule;
};
const verdict = (op: WriteAttempt, roles: ReadonlySet<GrantRole>) => checkWrite(op, roles, 1);

const everyField = CATALOGUE.flatMap((rule) => rule.fields.map((field) => [`${rule.scope}: ${rule.entity} ${field.name}`, rule, field] as const));

describe('who may write what', () => {
  test.each(everyField)('[P1] %s is written by its writers and by nobody else', (_name, rule, field) => {
    for (const role of GRANT_ROLES) {
      const name = nameOf(field);
      expect(verdict(attempt(rule, { [name]: valueOf(field.type) }), new Set([role]))).toEqual(
        field.writers.includes(role) ? ok('accepted') : err({ type: 'not-allowed', field: name }),
      );
    }
  });

  test('[A1] who reads for a region or for an agency writes no field at all', () => {
    for (const rule of CATALOGUE) {
      for (const field of rule.fields) {
        const op = attempt(rule, { [nameOf(field)]: valueOf(field.type) });
        expect(verdict(op, new Set(['regional_manager', 'agency_reader']))).toEqual(err({ type: 'not-allowed', field: nameOf(field) }));
      }
    }
  });

  test('[P1] one forbidden field among several refuses the whole op, whatever the values and whatever was asked before', () => {
    const setOf = (rule: EntityRule): fc.Arbitrary<readonly FieldRule[]> => fc.subarray([...rule.fields], { minLength: 1 });
    const attempts = fc.constantFrom(...CATALOGUE).chain((rule) => fc.tuple(fc.constant(rule), setOf(rule)));
    const roles = fc.subarray([...GRANT_ROLES], { minLength: 1 });
    fc.assert(
      fc.property(attempts, roles, attempts, ([rule, fields], given, [otherRule, otherFields]) => {
        const set = (of: readonly FieldRule[]) => Object.fromEntries(of.map((field) => [nameOf(field), valueOf(field.type)]));
        const forbidden = fields.find((field) => !field.writers.some((role) => given.includes(role)));
        const wanted = forbidden ? err({ type: 'not-allowed', field: nameOf(forbidden) }) : ok('accepted');
        const op = Object.freeze(attempt(rule, Object.freeze(set(fields))));
        expect(verdict(op, new Set(given))).toEqual(wanted);
        verdict(attempt(otherRule, set(otherFields)), new Set(GRANT_ROLES));
        expect(verdict(op, new Set(given))).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  test('[P2] a manager answers a finding and cannot reword it, decide on it or hide it', () => {
    const finding = ruleFor('agency', 'finding');
    expect(verdict(attempt(finding, { 'answer.value': 'accepted', 'answer.comment': 'Ya', 'answer.dueDate': '2027-01-01' }), MANAGER)).toEqual(ok('accepted'));
    for (const [field, value] of Object.entries({ statement: 'x', priority: 'low', dueDate: '2030-01-01', kind: 'concern', 'reason.other': true, proofWanted: 'x' })) {
      expect(verdict(attempt(finding, { 'answer.value': 'accepted', [field]: value }), MANAGER)).toEqual(err({ type: 'not-allowed', field }));
    }
    expect(verdict(attempt(ruleFor('agency', 'decision'), { finding: OTHER, value: 'closed' }), MANAGER)).toEqual(err({ type: 'not-allowed', field: 'finding' }));
  });

  test('[P2] no one of the team answers in the place of the agency', () => {
    for (const role of [LEADER, ADVISOR]) {
      for (const field of ['answer.value', 'answer.comment', 'answer.commentLang', 'answer.responsible', 'answer.dueDate']) {
        expect(verdict(attempt(ruleFor('agency', 'finding'), { [field]: 'x' }), role)).toEqual(err({ type: 'not-allowed', field }));
      }
      for (const entity of ['submission', 'proofPhoto']) {
        expect(verdict(attempt(ruleFor('agency', entity), { finding: OTHER }), role)).toEqual(err({ type: 'not-allowed', field: 'finding' }));
      }
    }
  });

  test.each([
    ['agency', 'agency', { name: 'Policía de Ensenada' }],
    ['agency', 'visit', { kind: 'mock_tour' }],
    ['agency', 'finding', { statement: 'x' }],
    ['agency', 'sharedPhoto', { finding: OTHER }],
    ['agency', 'decision', { value: 'closed' }],
    ['visit', 'publication', { finding: OTHER }],
    ['visit', 'teamRating', { 'settled.result': 'partial' }],
    ['visit', 'teamRating', { applicability: 'na_size' }],
  ] as const)('[P3] in %s, only the team leader writes %s %j', (scope, entity, set) => {
    const op = attempt(ruleFor(scope, entity), set);
    expect(verdict(op, LEADER)).toEqual(ok('accepted'));
    expect(verdict(op, ADVISOR).ok).toBe(false);
    expect(verdict(op, MANAGER).ok).toBe(false);
  });

  test('an agency’s manager writes nothing in a visit', () => {
    for (const [, rule, field] of everyField.filter(([, { scope }]) => scope === 'visit')) {
      expect(verdict(attempt(rule, { [nameOf(field)]: valueOf(field.type) }), MANAGER).ok).toBe(false);
    }
  });
});

describe('keys', () => {
  test('[P4] nobody rates in another’s name and nobody touches another’s interview, the team leader neither', () => {
    for (const [entity, key] of [['rating', `ed/1.1/${MARTA}`], ['interview', `${OTHER}/${MARTA}`]] as const) {
      const op = attempt(ruleFor('visit', entity), { text: 'x', result: 'partial' }, { entityId: key, actor: DALE });
      expect(verdict(op, ADVISOR)).toEqual(err({ type: 'wrong-key' }));
      expect(verdict(op, LEADER)).toEqual(err({ type: 'wrong-key' }));
    }
  });

  test('[P5] a submission, a decision and a publication are written by the op that they are named after, once', () => {
    for (const [scope, entity] of [['agency', 'submission'], ['agency', 'decision'], ['visit', 'publication']] as const) {
      expect(ruleFor(scope, entity).key).toBe('op');
      expect(verdict(attempt(ruleFor(scope, entity), { finding: OTHER }, { entityId: OTHER }), new Set(GRANT_ROLES))).toEqual(err({ type: 'wrong-key' }));
    }
  });

  test.each([
    ['agency', 'agency', [VISIT, 'x', '']],
    ['agency', 'finding', ['x', '', OTHER.toUpperCase(), `${OTHER}/${MARTA}`]],
    ['agency', 'proofPhoto', [OTHER, `x/${MARTA}`, `${OTHER}/${DALE}`, `${OTHER}/${MARTA}/${MARTA}`, `/${MARTA}`]],
    ['agency', 'decision', [OTHER, '']],
    ['visit', 'interview', [OTHER, `x/${MARTA}`, `${OTHER}/${DALE}`, MARTA]],
    ['visit', 'rating', [`ed/${MARTA}`, `ed//${MARTA}`, `/1.1/${MARTA}`, `ed/1.1/${DALE}`, `ed/1.1/${MARTA}/`, `ed/1/1/${MARTA}`]],
    ['visit', 'teamRating', ['ed', 'ed/', '/1.1', `ed/1.1/${MARTA}`]],
  ] as const)('[P1] in %s, a %s under a wrong key is refused', (scope, entity, keys) => {
    const rule = ruleFor(scope, entity);
    const [field] = rule.fields;
    if (!field) throw new Error('no field');
    for (const entityId of keys) {
      expect(verdict(attempt(rule, { [nameOf(field)]: valueOf(field.type) }, { entityId }), new Set(GRANT_ROLES))).toEqual(err({ type: 'wrong-key' }));
    }
  });
});

describe('what this build does not know', () => {
  const note = ruleFor('visit', 'observation');

  test.each([
    ['a field', attempt(note, { text: 'x', mood: 'calm' })],
    ['a family without a member', attempt(note, { 'standard.': true })],
    ['an entity', attempt({ ...note, entity: 'drone' }, { height: 3 })],
    ['an entity of the other scope', attempt({ ...note, scope: 'agency' }, { text: 'x' })],
    ['an enum word', attempt(note, { outcome: 'half_supports' })],
    ['an op version', attempt(note, { text: 'x' }, { v: 2 })],
  ])('[P6] %s is held for a build that knows it, not refused', (_what, op) => {
    expect(verdict(op, ADVISOR)).toEqual(ok('held'));
  });

  test('[P6] what an older build wrote is accepted', () => {
    expect(checkWrite(attempt(note, { text: 'x' }), ADVISOR, 9)).toEqual(ok('accepted'));
  });

  test.each(everyField)('[P6] %s with a value of the wrong type is refused', (_name, rule, field) => {
    const name = nameOf(field);
    const wrong: readonly Json[] = [null, ['x'], { x: 1 }, field.type.type === 'boolean' ? 'true' : true, field.type.type === 'integer' ? '3' : 3.5];
    for (const value of wrong) {
      expect(verdict(attempt(rule, { [name]: value }), new Set(GRANT_ROLES))).toEqual(err({ type: 'invalid-value', field: name }));
    }
  });

  test('[P6] an unknown field shelters neither a forbidden nor a badly typed one', () => {
    const finding = ruleFor('agency', 'finding');
    expect(verdict(attempt(finding, { zeal: 1, statement: 'x' }, { v: 2 }), MANAGER)).toEqual(err({ type: 'not-allowed', field: 'statement' }));
    expect(verdict(attempt(note, { zeal: 1, text: 4 }, { v: 2 }), ADVISOR)).toEqual(err({ type: 'invalid-value', field: 'text' }));
  });
});

test('[P7] without a role in the scope nothing is written, known or not', () => {
  for (const [, rule, field] of everyField) {
    expect(verdict(attempt(rule, { [nameOf(field)]: valueOf(field.type) }), new Set())).toEqual(err({ type: 'no-grant' }));
  }
  expect(verdict(attempt({ ...ruleFor('visit', 'photo'), entity: 'drone' }, { x: 1 }), new Set())).toEqual(err({ type: 'no-grant' }));
});

test('a write that sets nothing, or is of no scope, is refused', () => {
  const note = ruleFor('visit', 'observation');
  expect(verdict(attempt(note, {}), ADVISOR)).toEqual(err({ type: 'nothing-set' }));
  for (const scope of ['visit:', 'visit:1', `visit:${VISIT}0`, `agency:${AGENCY} `] as const) {
    expect(verdict(attempt(note, { text: 'x' }, { scope }), ADVISOR)).toEqual(err({ type: 'unknown-scope' }));
  }
});
