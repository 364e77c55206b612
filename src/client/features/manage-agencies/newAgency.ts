import { MEXICAN_STATES, MEXICAN_TIME_ZONES, ORDERS_OF_GOVERNMENT } from '#core/agency/values.ts';
import { timeZoneOfState } from '#core/agency/timeZoneOfState.ts';
import { PROGRAMS, SIZE_BANDS } from '#core/manual/edition.ts';
import type { Change } from '#core/op/change.ts';
import { agencyScope } from '#core/op/scope.ts';
import type { FormFields } from './useKeptForm.ts';

/** What must be there before an agency can be created. */
export const REQUIRED = ['name', 'program', 'orderOfGovernment', 'state', 'sizeBand'] as const;
export type RequiredField = (typeof REQUIRED)[number];

export const missingFields = (fields: FormFields): readonly RequiredField[] => REQUIRED.filter((field) => (fields[field] ?? '').trim() === '');

/** The zone that will be written: the one chosen, else the one in which most of the state lives. */
export function zoneOf(fields: FormFields): (typeof MEXICAN_TIME_ZONES)[number] | '' {
  const chosen = choice(MEXICAN_TIME_ZONES, fields['timeZone']);
  const state = choice(MEXICAN_STATES, fields['state']);
  return chosen ?? (state ? timeZoneOfState(state) : '');
}

export const choice = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined => values.find((value) => value === text);

/** The agency's card in one change. Functions of another program's edition that were ticked before are left out. */
export function agencyChange(id: string, fields: FormFields, functions: readonly string[]): Change {
  const performed = functions.filter((name) => fields[`function.${name}`] === 'yes');
  return {
    scope: agencyScope(id), entity: 'agency', entityId: id,
    set: {
      name: (fields['name'] ?? '').trim(),
      ...(fields['acronym']?.trim() ? { acronym: fields['acronym'].trim() } : {}),
      program: choice(PROGRAMS, fields['program']) ?? 'LE',
      orderOfGovernment: choice(ORDERS_OF_GOVERNMENT, fields['orderOfGovernment']) ?? 'municipal',
      state: choice(MEXICAN_STATES, fields['state']) ?? 'CMX',
      timeZone: zoneOf(fields),
      sizeBand: choice(SIZE_BANDS, fields['sizeBand']) ?? 'D',
      ...Object.fromEntries(performed.map((name) => [`function.${name}`, true])),
    },
  };
}
