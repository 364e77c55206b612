import type { Workbox } from 'workbox-window';
import { create } from 'zustand';

/** Whether a newer build has been fetched and waits for the person. */
export const useUpdate = create<{ readonly accept: (() => void) | undefined; readonly later: () => void }>((set) => ({
  accept: undefined,
  later: () => set({ accept: undefined }),
}));

const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Installs the service worker and hears of newer builds. In development there is none. */
export async function watchForUpdates(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => {
    useUpdate.setState({
      accept: () => {
        workbox.addEventListener('controlling', () => window.location.reload());
        workbox.messageSkipWaiting();
      },
    });
  });
  // Rejected where the browser refuses (private windows): the app works, it only needs the network to open.
  void workbox.register().then(
    () => window.setInterval(() => void lookForUpdate(workbox), LOOK_EVERY_MS),
    () => undefined,
  );
}

async function lookForUpdate(workbox: Workbox): Promise<void> {
  if (navigator.onLine && document.visibilityState === 'visible') await workbox.update().catch(() => undefined);
}
