import { expect, test } from 'vitest';
import { isScopeId } from '#core/op/scope.ts';
import { VISIT, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

test('a scope names its kind and a UUID, and nothing else passes for one', () => {
  expect(isScopeId(VISIT_SCOPE)).toBe(true);
  for (const text of ['', `visit:${'-'.repeat(36)}`, `visit:${'a'.repeat(36)}`, `program:${VISIT}`, `visit:${VISIT}\n`, `visit:${VISIT.toUpperCase()}`, `visit:../${VISIT}`, ` ${VISIT_SCOPE}`]) {
    expect(isScopeId(text), text).toBe(false);
  }
});
