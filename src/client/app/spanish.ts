/** The Spanish texts, by file name: one chunk, precached like everything. */
export const spanish = import.meta.glob<Record<string, unknown>>('/locales/es/*.json', { eager: true, import: 'default' });
