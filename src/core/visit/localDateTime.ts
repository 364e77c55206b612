import { localDate } from './localDate.ts';

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;
const QUARTER_HOUR_MS = 900_000;

/** The day and minute `YYYY-MM-DDTHH:mm` that it is in an IANA time zone at an instant; '' for what is no instant. */
export function localDateTime(instant: string, timeZone: string): string {
  const atMs = Date.parse(instant);
  return Number.isNaN(atMs) ? '' : `${localDate(atMs, timeZone)}T${localTime(atMs, timeZone)}`;
}

/**
 * The instant (ISO 8601 UTC) at which it is that day and minute in the zone; `undefined` for what is no whole date and
 * time. Where clocks go back, the first of the two; where they go forward, the moment that far after the gap begins.
 */
export function instantOfLocal(local: string, timeZone: string): string | undefined {
  const match = LOCAL.exec(local);
  const asUtcMs = match ? Date.parse(`${match[1]}T${match[2]}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtcMs)) return undefined;
  // The offset of a day earlier and of a day later: between them lies every change of clocks that could matter.
  const offsets = [asUtcMs - 86_400_000, asUtcMs + 86_400_000].map((atMs) => offsetMs(atMs, timeZone));
  const candidates = offsets.map((offset) => asUtcMs - offset);
  const hits = candidates.filter((atMs) => asUtcMs - atMs === offsetMs(atMs, timeZone));
  return new Date(Math.min(...(hits.length > 0 ? hits : [Math.max(...candidates)]))).toISOString();
}

/** How far the zone's clocks are ahead of UTC. */
function offsetMs(atMs: number, timeZone: string): number {
  const whole = Math.floor(atMs / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  return Date.parse(`${localDate(whole, timeZone)}T${localTime(whole, timeZone)}:00Z`) - whole;
}

function localTime(atMs: number, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(atMs);
  } catch (cause) {
    if (cause instanceof RangeError) return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(atMs);
    throw cause;
  }
}
