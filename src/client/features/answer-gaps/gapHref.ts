/** Where a gap opens. */
export const gapHref = (agencyId: string, findingId: string): string => `/agencies/${agencyId}/gaps/${findingId}`;
