/** Where a standard of a visit opens. Its id is text of a manual: written as in an address. */
export const standardHref = (visitId: string, standardId: string): string => `/visits/${visitId}/standards/${encodeURIComponent(standardId)}`;
