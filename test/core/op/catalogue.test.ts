import { expect, test } from 'vitest';
import { CATALOGUE, fieldRuleOf, ruleOf } from '#core/op/catalogue.ts';

test('an entity and a field have one rule each, or two builds could judge one write differently', () => {
  const entities = CATALOGUE.map((rule) => `${rule.scope} ${rule.entity}`);
  expect(new Set(entities).size).toBe(entities.length);
  for (const rule of CATALOGUE) {
    for (const field of rule.fields) {
      const probe = field.name.endsWith('.*') ? `${field.name.slice(0, -1)}x` : field.name;
      expect([rule.entity, fieldRuleOf(rule, probe)]).toEqual([rule.entity, field]);
      expect(field.writers.length).toBeGreaterThan(0);
    }
    const names = rule.fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('a member may have dots in its name, and a family is not a member', () => {
  const rating = ruleOf('visit', 'rating');
  if (!rating) throw new Error('no rating');
  expect(fieldRuleOf(rating, 'bullet.a.1')?.name).toBe('bullet.*');
  expect(fieldRuleOf(rating, 'bullet.')).toBeUndefined();
  expect(fieldRuleOf(rating, 'bullet')).toBeUndefined();
  expect(fieldRuleOf(rating, 'bulleta')).toBeUndefined();
});

test('what may never reach the agency has no place in its scope', () => {
  expect(CATALOGUE.filter((rule) => rule.scope === 'agency').map((rule) => rule.entity)).toEqual([
    'agency', 'visit', 'finding', 'sharedPhoto', 'proofPhoto', 'submission', 'decision',
  ]);
  const names = CATALOGUE.filter((rule) => rule.scope === 'agency').flatMap((rule) => rule.fields.map((field) => field.name));
  for (const name of ['harm', 'extent', 'result', 'roleCategory', 'unit', 'shift', 'consent']) expect(names).not.toContain(name);
});
