import { indexEdition } from '#core/manual/manualIndex.ts';
import type { Change } from '#core/op/change.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';
import { aBullet, aChapter, anEdition, aStandard, aTopic } from '#test/core/manual/manualBuilders.ts';

export const VISIT = '018f0000-0000-7000-8000-000000000101';
export const AGENCY = '018f0000-0000-7000-8000-000000000102';
export const SCOPE = visitScope(VISIT);
export const EDITION = 'prueba-2026';

/** 4.2.3 with two bullets, 4.2.4 that depends on a function, 4.2.5 reserved, 4.2.6 last and in English only. */
export const index = indexEdition(anEdition([aChapter('4', [aTopic('4.2', [
  aStandard('4.2.3', {
    title: { es: 'Control de acceso', en: 'Access control' }, statement: { es: 'La directiva establece:', en: 'The directive establishes:' },
    bullets: [aBullet('4.2.3.a', { label: 'a' }), aBullet('4.2.3.d', { label: 'd' })],
  }),
  aStandard('4.2.4', { bullets: [aBullet('4.2.4.a', { label: 'a' })], dependsOnFunction: 'detainees' }),
  aStandard('4.2.5', { reserved: true }),
  aStandard('4.2.6', { title: { en: 'Transfer of evidence' }, bullets: [aBullet('4.2.6.a', { label: 'a', text: { en: 'who transfers it;' } })] }),
])])], { functions: [{ id: 'detainees', label: { es: 'Resguarda a personas detenidas' } }] }));

/** The visit's cards, as the leader wrote them. */
export const cards: { readonly by: string; readonly changes: readonly Change[] } = {
  by: MARTA.id,
  changes: [
    { scope: agencyScope(AGENCY), entity: 'agency', entityId: AGENCY, set: { name: 'Policía de Valle Sereno', sizeBand: 'B', timeZone: 'America/Hermosillo' } },
    {
      scope: agencyScope(AGENCY), entity: 'visit', entityId: VISIT,
      set: { kind: 'mock_dress_rehearsal', startDate: '2026-11-21', endDate: '2026-11-23', edition: EDITION, revision: 1, leader: MARTA.id, [`member.${DALE.id}`]: true },
    },
    { scope: SCOPE, entity: 'observation', entityId: '018f0000-0000-7000-8000-000000000201', set: { code: 'O-MI-001', text: 'Puerta con teclado.', textLang: 'es', outcome: 'supports', 'standard.4.2.3': true } },
  ],
};

export const rating = (by: string, standard: string, set: Change['set']): { readonly by: string; readonly changes: readonly Change[] } => ({
  by, changes: [{ scope: SCOPE, entity: 'rating', entityId: ratingKey(EDITION, standard, by), set }],
});
