import { type RefObject, useLayoutEffect } from 'react';

/** Tells the page the dock's height as `--dock-height`, so that toasts and the update card float above its keys. */
export function useDockHeight(dock: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = dock.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => root.setProperty('--dock-height', `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.removeProperty('--dock-height');
    };
  }, [dock]);
}
