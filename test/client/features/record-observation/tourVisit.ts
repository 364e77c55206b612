import { indexEdition } from '#core/manual/manualIndex.ts';
import type { Change } from '#core/op/change.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { aStandard, anEditionOf } from '#test/core/manual/manualBuilders.ts';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';

export const AGENCY = '018f0000-0000-7000-8000-0000000000a1';
export const VISIT = '018f0000-0000-7000-8000-0000000000b1';
export const NOTE = '018f0000-0000-7000-8000-0000000000c1';
export const SCOPE = visitScope(VISIT);

/** Two standards, one of which is seen in the evidence room, and one for people in custody. */
export const manual = indexEdition({
  ...anEditionOf(
    aStandard('4.2.3', { title: { es: 'Control de acceso' }, areas: ['evidence-room'] }),
    aStandard('4.2.10', { title: { es: 'Sellos y etiquetas' } }),
    aStandard('5.1.1', { title: { es: 'Trato a personas detenidas' }, interviewRoles: ['custody'] }),
  ),
  areas: [{ id: 'evidence-room', label: { es: 'Bodega de indicios', en: 'Evidence room' } }],
});

const card: readonly Change[] = [
  { scope: agencyScope(AGENCY), entity: 'agency', entityId: AGENCY, set: { name: 'Policía Municipal de Valle Sereno', timeZone: 'America/Hermosillo', program: 'LE' } },
  {
    scope: agencyScope(AGENCY), entity: 'visit', entityId: VISIT,
    set: {
      kind: 'mock_file_and_tour', startDate: '2026-11-21', endDate: '2026-11-23', edition: 'prueba-2026', revision: 1, leader: MARTA.id,
      [`member.${DALE.id}`]: true,
    },
  },
];

/** A visit of Marta (leader) and Dale, and what each has written on top of it. */
export const tour = (...more: readonly { readonly by: string; readonly changes: readonly Change[] }[]) => ({
  manual,
  written: [{ by: MARTA.id, changes: card }, { by: MARTA.id, changes: [{ scope: SCOPE, entity: 'observation', entityId: '018f0000-0000-7000-8000-0000000000c0', set: { code: 'O-MI-007', text: 'La barda perimetral está completa.', textLang: 'es', observedAt: '2026-11-22T16:00:00Z' } }] }, ...more],
});
