export const ORDERS_OF_GOVERNMENT = ['federal', 'state', 'municipal'] as const;
export type OrderOfGovernment = (typeof ORDERS_OF_GOVERNMENT)[number];

/** The 32 federal entities, ISO 3166-2:MX without its prefix. */
export const MEXICAN_STATES = [
  'AGU', 'BCN', 'BCS', 'CAM', 'CHP', 'CHH', 'CMX', 'COA', 'COL', 'DUR', 'GUA', 'GRO', 'HID', 'JAL', 'MEX', 'MIC',
  'MOR', 'NAY', 'NLE', 'OAX', 'PUE', 'QUE', 'ROO', 'SLP', 'SIN', 'SON', 'TAB', 'TAM', 'TLA', 'VER', 'YUC', 'ZAC',
] as const;
export type MexicanState = (typeof MEXICAN_STATES)[number];

/** IANA zones in use in Mexico since the law of 2022; Tijuana, Hermosillo and Ciudad Juárez differ from the centre. */
export const MEXICAN_TIME_ZONES = [
  'America/Mexico_City', 'America/Cancun', 'America/Mazatlan', 'America/Hermosillo', 'America/Chihuahua',
  'America/Ciudad_Juarez', 'America/Ojinaga', 'America/Tijuana', 'America/Matamoros', 'America/Monterrey',
  'America/Merida', 'America/Bahia_Banderas',
] as const;
