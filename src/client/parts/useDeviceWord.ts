import { useSyncExternalStore } from 'react';

export type DeviceWord = 'phone' | 'tablet';

/** The narrow side of the screen, however it is held: a phone on its side is still one. As the layout's phone, under 700 px. */
const PHONE = '(max-device-width: 699px), (max-device-height: 699px)';

/** What the person holds, for texts that name it: `t(`sync.saved.${device}`)`. A desktop counts as a tablet. */
export function useDeviceWord(): DeviceWord {
  return useSyncExternalStore(subscribe, () => (window.matchMedia(PHONE).matches ? 'phone' : 'tablet'));
}

/** A folding phone changes while it is used. */
function subscribe(listener: () => void): () => void {
  const screen = window.matchMedia(PHONE);
  screen.addEventListener('change', listener);
  return () => screen.removeEventListener('change', listener);
}
