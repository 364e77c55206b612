import type { RefObject } from 'react';

/** Takes the person to the first field that lacks something, after it has been marked. */
export function focusFirstError(form: RefObject<HTMLElement | null>): void {
  window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
}
