/** The English texts of the screens that are shown first (`screen` says which), by file name. `englishRest.ts` has the others. */
export const english = import.meta.glob<Record<string, unknown>>(
  '/locales/en/{app,capture,common,copy,finding,gaps,interview,notice,observation,online,password,prepare,rating,signIn,standard,vocabulary}.json', { eager: true, import: 'default' },
);
