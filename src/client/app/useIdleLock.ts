import { useEffect } from 'react';
import { usePreferences } from '#client/storage/preferences.ts';
import { shouldLock } from './shouldLock.ts';

const LOOK_EVERY_MS = 5_000;
const ACTIVITY = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Locks after the idle minutes of the settings. Looks by the clock, so that a tablet that slept locks when it wakes. */
export function useIdleLock(lock: () => void, pickerOpenSinceMs: () => number | undefined): void {
  const idleMinutes = usePreferences((preferences) => preferences.lockAfterMinutes);
  useEffect(() => {
    let lastActMs = Date.now();
    const act = (): void => {
      lastActMs = Date.now();
    };
    const look = (): void => {
      if (shouldLock({ nowMs: Date.now(), lastActMs, idleMinutes, pickerOpenSinceMs: pickerOpenSinceMs() })) lock();
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    for (const event of ACTIVITY) window.addEventListener(event, act, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      for (const event of ACTIVITY) window.removeEventListener(event, act, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [lock, idleMinutes, pickerOpenSinceMs]);
}
