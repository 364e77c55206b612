import type { FieldValues, Op } from '#core/op/op.ts';
import { agencyScope } from '#core/op/scope.ts';
import { EDITION, STANDARD } from './aRating.ts';
import { AGENCY, anId, anOp, LUCIA, VISIT } from './opBuilder.ts';

export const AGENCY_SCOPE = agencyScope(AGENCY);
export const FINDING = anId();
/** The agency's accreditation manager. */
export const ELENA = anId();

/** A draft that lacks nothing. */
export const aDraft = (over: FieldValues = {}): Op =>
  anOp({
    entity: 'finding', entityId: FINDING, base: {},
    set: {
      code: 'H-MR-001', edition: EDITION, standard: STANDARD, kind: 'gap', statement: 'No hay bitácora de la bodega.', statementLang: 'es',
      proofWanted: 'Bitácora de tres meses', proofWantedLang: 'es', harm: 'moderate', extent: 'pattern', dueDate: '2027-02-01', ...over,
    },
  });

/** The finding as the agency has it: the least that a hand-over writes. */
export const aHandedOver = (over: FieldValues = {}): Op =>
  anOp({
    scope: AGENCY_SCOPE, entity: 'finding', entityId: FINDING, actor: LUCIA, base: {},
    set: { code: 'H-MR-001', visit: VISIT, edition: EDITION, standard: STANDARD, kind: 'gap', statement: 'No hay bitácora.', ...over },
  });

export const anAnswer = (set: FieldValues): Op =>
  anOp({ scope: AGENCY_SCOPE, entity: 'finding', entityId: FINDING, actor: ELENA, base: {}, set });

export const aSubmission = (set: FieldValues = {}): Op => appended('submission', ELENA, { finding: FINDING, ...set });

export const aDecision = (value: string, saw: readonly string[] = []): Op => appended('decision', LUCIA, { finding: FINDING, value }, saw);

function appended(entity: string, actor: string, set: FieldValues, saw?: readonly string[]): Op {
  const id = anId();
  return anOp({ id, scope: AGENCY_SCOPE, entity, entityId: id, actor, base: {}, set, ...(saw ? { saw } : {}) });
}
