const DAY_MS = 86_400_000;

/** A due date seen from today, ready to be said in words. `days` counts from today, always 2 or more. */
export type Due =
  | { readonly kind: 'none' | 'yesterday' | 'today' | 'tomorrow' }
  | { readonly kind: 'past' | 'later'; readonly days: number };

/** Both dates are `YYYY-MM-DD` in the agency's time zone (`localDate`). */
export function dueIn(dueDate: string | undefined, today: string): Due {
  if (!dueDate) return { kind: 'none' };
  const days = Math.round((Date.parse(dueDate) - Date.parse(today)) / DAY_MS);
  if (Number.isNaN(days)) return { kind: 'none' };
  if (days === 0) return { kind: 'today' };
  if (days === 1) return { kind: 'tomorrow' };
  if (days === -1) return { kind: 'yesterday' };
  return days < 0 ? { kind: 'past', days: -days } : { kind: 'later', days };
}
