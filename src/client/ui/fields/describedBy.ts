import type { ReactNode } from 'react';

/** The ids that tie a field's help and error to it, for `aria-describedby`. */
export function describedBy(id: string, { help, error }: { readonly help?: ReactNode; readonly error?: ReactNode }): string | undefined {
  const ids = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}
