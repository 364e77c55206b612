import { PROGRAMS, SIZE_BANDS, type Program, type SizeBand } from '#core/manual/edition.ts';
import { memoize } from '#core/op/memoize.ts';
import { factsOf, readMembers, readOneOf, readText, type RecordFacts } from '#core/op/readField.ts';
import { entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { MEXICAN_STATES, ORDERS_OF_GOVERNMENT, type MexicanState, type OrderOfGovernment } from './values.ts';

/** The agency card. */
export type Agency = {
  readonly id: string;
  readonly name: string;
  readonly acronym: string;
  readonly program: Program | undefined;
  readonly orderOfGovernment: OrderOfGovernment | undefined;
  readonly state: MexicanState | undefined;
  /** IANA zone: dates without a time are judged in it. */
  readonly timeZone: string;
  readonly sizeBand: SizeBand;
  /** Ids of the edition's functions that the agency performs. */
  readonly functions: readonly string[];
  /** User ids of its accreditation managers, as named. */
  readonly managers: readonly string[];
  readonly facts: RecordFacts;
};

/** Where nobody said: the centre's zone, and the largest band, for which the fewest standards fall away. */
const FALLBACK_ZONE = 'America/Mexico_City';

const readAgency = memoize((entity: EntityState): Agency => ({
  id: entity.entityId,
  name: readText(entity, 'name').text,
  acronym: readText(entity, 'acronym').text,
  program: readOneOf(entity, 'program', PROGRAMS),
  orderOfGovernment: readOneOf(entity, 'orderOfGovernment', ORDERS_OF_GOVERNMENT),
  state: readOneOf(entity, 'state', MEXICAN_STATES),
  timeZone: readText(entity, 'timeZone').text || FALLBACK_ZONE,
  sizeBand: readOneOf(entity, 'sizeBand', SIZE_BANDS) ?? 'D',
  functions: readMembers(entity, 'function.'),
  managers: readMembers(entity, 'manager.'),
  facts: factsOf(entity),
}));

export function agencyOf(agency: ScopeState, id: string): Agency | undefined {
  const entity = entityOf(agency, 'agency', id);
  return entity && readAgency(entity);
}
