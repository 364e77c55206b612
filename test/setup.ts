import { afterEach } from 'vitest';

// Screens render in jsdom, which lacks what Mantine and the router ask of a window.
if (typeof window !== 'undefined') {
  const never = (): void => undefined;
  window.matchMedia ??= (query: string): MediaQueryList => ({
    matches: false, media: query, onchange: null, addListener: never, removeListener: never, addEventListener: never,
    removeEventListener: never, dispatchEvent: () => false,
  });
  window.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  window.scrollTo = never;
  Element.prototype.scrollIntoView ??= never;
  const { cleanup } = await import('@testing-library/react');
  afterEach(cleanup);
}
