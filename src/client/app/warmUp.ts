import { restOfTexts } from './i18n.ts';

/** Once the service worker holds every file, brings into memory what a first tap needs: it costs no network, and opens at once. */
export async function warmUp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.ready;
  // What did not come is asked for again by the tap that needs it, which can say so.
  await Promise.allSettled([
    restOfTexts(),
    import('#client/ui/parts/OpenSheet.tsx'),
    import('#client/parts/PersonSheet.tsx'),
    import('#core/manual/searchStandards.ts'),
  ]);
}
