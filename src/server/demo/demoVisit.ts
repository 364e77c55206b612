import type { Change } from '#core/op/change.ts';
import type { FieldValues } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Edition, Standard } from '#core/manual/edition.ts';
import { allMetFields } from '#core/rating/complianceCheck.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import type { RatingResult } from '#core/rating/values.ts';
import { PRIVACY_NOTICE_VERSION } from '#core/visit/values.ts';

export type VisitPlace = { readonly scope: ScopeId; readonly edition: Edition; readonly newId: () => string };

/** Everything met but `notMet`; the result as given. */
export function demoRating(
  { scope, edition }: VisitPlace, author: string, number: string, result: RatingResult, notMet: readonly string[] = [], more: FieldValues = {},
): Change {
  const bullets = allMetFields(standardOf(edition, number), new Map());
  const unmet = Object.fromEntries(notMet.map((field) => [field, 'not_met']));
  return { scope, entity: 'rating', entityId: ratingKey(edition.id, number, author), set: { result, ...bullets, ...unmet, ...more } };
}

/** What Marta (in Spanish) and Dale (in English) noted on the first day of the mock visit. */
export function martasRecords(place: VisitPlace, marta: string, observedAt: string): readonly Change[] {
  const { scope, newId } = place;
  return [
    {
      scope, entity: 'observation', entityId: newId(),
      set: {
        code: 'O-MI-001', area: 'evidence-room', outcome: 'contradicts', observedAt, 'standard.4.2.3': true, textLang: 'es',
        text: 'La puerta de la bodega estaba abierta y sin nadie a cargo a las 10:20. La bitácora de accesos no tiene registros desde hace nueve días. Hay armas y numerario en estantes abiertos, junto al resto de los indicios.',
      },
    },
    demoRating(place, marta, '2.1.1', 'in_compliance'),
    demoRating(place, marta, '4.2.1', 'in_compliance'),
    demoRating(place, marta, '4.2.3', 'not_in_compliance', ['bullet.4.2.3.c', 'bullet.4.2.3.e'], {
      reason: 'La directiva existe y el personal la conoce, pero la bitácora no se lleva y las cerraduras no se han cambiado desde el relevo de marzo.',
      reasonLang: 'es', 'why.practice_differs': true,
    }),
    demoRating(place, marta, '5.1.3', 'not_in_compliance', ['bullet.5.1.3.c', 'bullet.5.1.3.d'], {
      reason: 'No hay plan de evacuación del área de detención y el turno nocturno no sabe dónde están las llaves de emergencia.',
      reasonLang: 'es', 'why.no_directive': true, 'why.staff_unaware': true,
    }),
  ];
}

export function dalesRecords(place: VisitPlace, dale: string, observedAt: string, interviewAt: string): readonly Change[] {
  const { scope, newId } = place;
  return [
    {
      scope, entity: 'observation', entityId: newId(),
      set: {
        code: 'O-DW-001', area: 'holding', outcome: 'supports', observedAt, 'standard.5.1.1': true, textLang: 'en',
        text: 'Watched one intake from arrival to cell. Officer read the rights card aloud, logged both times, and inventoried the belongings in front of the detainee. Took eleven minutes.',
      },
    },
    {
      scope, entity: 'interview', entityId: `${newId()}/${dale}`,
      set: {
        code: 'E-DW-01', roleCategory: 'custody', noticeVersion: PRIVACY_NOTICE_VERSION, noticeLang: 'es', noticeShownAt: interviewAt,
        consent: 'tacit', attributable: false, observedAt: interviewAt, outcome: 'contradicts', 'standard.5.1.3': true, textLang: 'en',
        text: 'Has worked holding for two years. Never took part in an evacuation drill and was not told of a plan. Believes the emergency keys are with the shift supervisor.',
      },
    },
    demoRating(place, dale, '4.2.1', 'in_compliance'),
    demoRating(place, dale, '4.2.3', 'partial', ['bullet.4.2.3.c'], {
      reason: 'The list and the escort rule work. Only the access log is missing; locks were changed in October according to the invoice on file.',
      reasonLang: 'en', 'why.practice_differs': true,
    }),
    demoRating(place, dale, '5.1.1', 'in_compliance'),
    demoRating(place, dale, '5.1.3', 'not_in_compliance', ['bullet.5.1.3.d'], {
      reason: 'No written evacuation plan for the holding area.', reasonLang: 'en', 'why.no_directive': true,
    }),
  ];
}

export function standardOf(edition: Edition, id: string): Standard {
  const found = edition.chapters.flatMap(({ topics }) => topics.flatMap(({ standards }) => standards)).find((standard) => standard.id === id);
  if (!found) throw new Error(`the sample manual has no standard ${id}`);
  return found;
}
