/** The English texts, by file name: one chunk, precached like everything. */
export const english = import.meta.glob<Record<string, unknown>>('/locales/en/*.json', { eager: true, import: 'default' });
