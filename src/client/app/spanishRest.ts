/** The Spanish texts that `spanish.ts` leaves out, by file name. */
export const spanishRest = import.meta.glob<Record<string, unknown>>(
  ['/locales/es/*.json', '!/locales/es/{app,capture,common,copy,finding,gaps,interview,notice,observation,online,password,prepare,rating,signIn,standard,vocabulary}.json'], { eager: true, import: 'default' },
);
