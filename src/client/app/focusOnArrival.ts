import type { AnyRouter } from '@tanstack/react-router';

const TRIES = 60;

/** Takes keyboard and screen reader to the heading of the screen that was gone to, as a page load would. */
export function focusOnArrival(router: AnyRouter): void {
  router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation) focusHeading(TRIES, document.activeElement);
  });
}

/** A screen comes in a chunk of its own: its heading may be some frames away. Whoever has moved on meanwhile is left alone. */
function focusHeading(triesLeft: number, before: Element | null): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) {
    if (document.activeElement === document.body || document.activeElement === before) heading.focus({ preventScroll: true });
  } else if (triesLeft > 0) requestAnimationFrame(() => focusHeading(triesLeft - 1, before));
}
