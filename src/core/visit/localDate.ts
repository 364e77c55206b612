/** The day `YYYY-MM-DD` that it is at `atMs` in an IANA time zone; in UTC where the zone is unknown to this machine. */
export function localDate(atMs: number, timeZone: string): string {
  const parts = formatter(timeZone).formatToParts(atMs);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-CA', { ...options, timeZone });
  } catch (cause) {
    if (cause instanceof RangeError) return new Intl.DateTimeFormat('en-CA', { ...options, timeZone: 'UTC' });
    throw cause;
  }
}

/** Which day of a visit it is, from 1; `undefined` before and after. Dates are `YYYY-MM-DD`. */
export function dayOfVisit(startDate: string, endDate: string, today: string): { readonly day: number; readonly of: number } | undefined {
  if (!startDate || !endDate || today < startDate || today > endDate) return undefined;
  const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { day: days(startDate, today), of: days(startDate, endDate) };
}
