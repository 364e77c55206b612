/** The English texts that `english.ts` leaves out, by file name. */
export const englishRest = import.meta.glob<Record<string, unknown>>(
  ['/locales/en/*.json', '!/locales/en/{app,capture,common,copy,finding,gaps,interview,notice,observation,online,password,prepare,rating,signIn,standard,vocabulary}.json'], { eager: true, import: 'default' },
);
