import type { MEXICAN_TIME_ZONES, MexicanState } from './values.ts';

type MexicanTimeZone = (typeof MEXICAN_TIME_ZONES)[number];

/** States whose clocks differ from the capital's, or whose zone has a name of its own (Ley de los Husos Horarios, 2022). */
const OF_STATE: Readonly<Partial<Record<MexicanState, MexicanTimeZone>>> = {
  BCN: 'America/Tijuana', BCS: 'America/Mazatlan', CAM: 'America/Merida', CHH: 'America/Chihuahua', COA: 'America/Monterrey',
  DUR: 'America/Monterrey', NAY: 'America/Mazatlan', NLE: 'America/Monterrey', ROO: 'America/Cancun', SIN: 'America/Mazatlan',
  SON: 'America/Hermosillo', TAM: 'America/Monterrey', YUC: 'America/Merida',
};

/**
 * The zone in which most of a state lives: a proposal. Ciudad Juárez, Ojinaga, Bahía de Banderas and the border of the
 * north-east keep other clocks, so that a person may change it.
 */
export function timeZoneOfState(state: MexicanState): MexicanTimeZone {
  return OF_STATE[state] ?? 'America/Mexico_City';
}
