import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type Format = {
  /** A day `YYYY-MM-DD` as it is; an instant (ISO 8601) in the zone given. '' for ''. */
  readonly date: (day: string, timeZone?: string) => string;
  readonly time: (instant: string, timeZone?: string) => string;
  readonly dateTime: (instant: string, timeZone?: string) => string;
  readonly number: (value: number) => string;
  /** In the largest unit that reads well; 1 MB is a million bytes, as file managers say it. */
  readonly bytes: (sizeBytes: number) => string;
};

/** Dates, times and numbers as the interface language writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language === 'en' ? 'en' : 'es'), [i18n.language]);
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function formatFor(language: 'es' | 'en'): Format {
  const locale = language === 'es' ? 'es-MX' : 'en-US';
  const hours: Intl.DateTimeFormatOptions = language === 'es' ? { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } : { hour: 'numeric', minute: '2-digit' };
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const written = (value: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string => {
    const atMs = Date.parse(value);
    return Number.isNaN(atMs) ? value : formatter(locale, options, timeZone).format(atMs);
  };
  return {
    date: (value, timeZone) => written(value, day, DAY_ONLY.test(value) ? 'UTC' : timeZone),
    time: (value, timeZone) => written(value, hours, timeZone),
    dateTime: (value, timeZone) => written(value, { ...day, ...hours }, timeZone),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    bytes: (sizeBytes) => writeBytes(locale, sizeBytes),
  };
}

/** In the tablet's own zone where the named one is unknown to it. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch (cause) {
    if (cause instanceof RangeError) return new Intl.DateTimeFormat(locale, options);
    throw cause;
  }
}

function writeBytes(locale: string, sizeBytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3));
  const unit = UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: step < 2 ? 0 : 1 }).format(sizeBytes / 1000 ** step);
}
