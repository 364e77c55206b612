import { levelFor } from '#core/manual/standardItems.ts';
import type { SizeBand } from '#core/manual/edition.ts';
import { handOverChanges, handOverItems } from '#core/finding/handOver.ts';
import type { Change } from '#core/op/change.ts';
import { scopeSubject, type ScopeId } from '#core/op/scope.ts';
import type { DemoWriter } from './demoWriter.ts';
import { standardOf, type VisitPlace } from './demoVisit.ts';

/** The two findings of agency 1 that are handed over: `accessLog` (4.2.3) and `evacuation` (5.1.3). Codes are Marta's. */
export function martasFindings({ scope, edition }: VisitPlace, ids: { accessLog: string; evacuation: string }, dueDate: string): readonly Change[] {
  return [
    {
      scope, entity: 'finding', entityId: ids.accessLog,
      set: {
        code: 'H-MI-001', edition: edition.id, standard: '4.2.3', 'bullet.4.2.3.c': true, kind: 'gap', 'reason.practice_differs': true,
        statement: 'La bitácora de accesos a la bodega de indicios no se lleva: no hay registros de los últimos nueve días, aunque hubo entradas.',
        statementLang: 'es', proofWantedLang: 'es', harm: 'high', extent: 'pattern', dueDate,
        proofWanted: 'Copia de la bitácora de 30 días seguidos\nOficio de designación de la persona custodia',
      },
    },
    {
      scope, entity: 'finding', entityId: ids.evacuation,
      set: {
        code: 'H-MI-002', edition: edition.id, standard: '5.1.3', 'bullet.5.1.3.c': true, 'bullet.5.1.3.d': true, kind: 'gap',
        'reason.no_directive': true, 'reason.staff_unaware': true,
        statement: 'El área de detención no tiene plan de evacuación y el personal nocturno desconoce dónde están las llaves de emergencia.',
        statementLang: 'es', proofWantedLang: 'es', harm: 'high', extent: 'widespread', dueDate,
        proofWanted: 'Plan de evacuación firmado por la persona titular\nLista de asistencia de un simulacro por turno',
      },
    },
  ];
}

/** Not handed over yet: nobody of the agency sees it. */
export const dalesDraft = ({ scope, edition, newId }: VisitPlace): Change => ({
  scope, entity: 'finding', entityId: newId(),
  set: {
    code: 'H-DW-001', edition: edition.id, standard: '2.2.1', 'bullet.2.2.1.c': true, kind: 'file_issue', 'reason.insufficient_proof': true,
    statement: 'Three of the ten directives sampled have no signed receipts from the night shift.', statementLang: 'en',
    proofWanted: 'Signed receipts for directives 07, 12 and 19', proofWantedLang: 'en', harm: 'low', extent: 'pattern',
  },
});

export const puertoClaroFinding = ({ scope, edition }: VisitPlace, id: string, dueDate: string): Change => ({
  scope, entity: 'finding', entityId: id,
  set: {
    code: 'H-MI-003', edition: edition.id, standard: '3.2.1', 'bullet.3.2.1.d': true, kind: 'gap', 'reason.insufficient_proof': true,
    statement: 'En seis de los diez expedientes de queja revisados no consta que se haya comunicado el resultado a quien la presentó.',
    statementLang: 'es', proofWanted: 'Acuses de comunicación de los seis expedientes', proofWantedLang: 'es',
    harm: 'moderate', extent: 'pattern', dueDate,
  },
});

/** Hands the named findings over as the product does: the same preview, the same changes. */
export function handOver(writer: DemoWriter, place: VisitPlace, agency: ScopeId, size: SizeBand, findings: readonly string[]): readonly Change[] {
  const visit = writer.state(place.scope);
  const items = handOverItems(visit, {
    visitId: scopeSubject(place.scope), visitScope: place.scope, revision: place.edition.revision,
    levelOf: (standard) => levelFor(standardOf(place.edition, standard), size),
  });
  return handOverChanges(items.filter(({ draft }) => findings.includes(draft.id)), agency, writer.state(agency), place.scope);
}
