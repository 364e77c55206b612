/**
 * The code behind the `#` of an invitation's link, '' for the bare address, nothing elsewhere. It is taken out of the address at
 * once: the browser's history keeps no code that is still good.
 */
export function takeJoinCode(): string | undefined {
  if (window.location.pathname !== '/join') return undefined;
  const code = window.location.hash.slice(1);
  window.history.replaceState(null, '', '/');
  return code;
}
