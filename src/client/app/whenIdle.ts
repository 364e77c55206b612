/** Safari has no idle callback. */
const A_MOMENT_MS = 2_000;

/** After the page has been loaded and drawn: what is not needed to show the first screen. */
export function whenIdle(act: () => void): void {
  const wait = (): void => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: A_MOMENT_MS });
    else setTimeout(act, A_MOMENT_MS);
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
}
