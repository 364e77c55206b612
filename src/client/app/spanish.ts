/** The Spanish texts of the screens that are shown first (`screen` says which), by file name. `spanishRest.ts` has the others. */
export const spanish = import.meta.glob<Record<string, unknown>>(
  '/locales/es/{app,capture,common,copy,finding,gaps,interview,notice,observation,online,password,prepare,rating,signIn,standard,vocabulary}.json', { eager: true, import: 'default' },
);
