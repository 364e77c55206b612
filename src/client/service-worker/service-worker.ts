import { cleanupOutdatedCaches, createHandlerBoundToURL, matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// The whole app and both languages: it opens with the server off. Content of visits is never here: it lies encrypted in IndexedDB.
const files = self.__WB_MANIFEST;
precacheAndRoute(files);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//] }));

// A new version waits until the person accepts it: a visit is never cut by an update.
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  if (data.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data.type === 'MISSING_FILES') event.waitUntil(missingFiles().then((missing) => event.ports[0]?.postMessage(missing)));
});

/** Files of this build that are not in the cache (a browser short of space may have cleared it): asked before leaving. */
async function missingFiles(): Promise<readonly string[]> {
  const urls = files.map((file) => (typeof file === 'string' ? file : file.url));
  const found = await Promise.all(urls.map(async (url) => ((await matchPrecache(url)) ? undefined : url)));
  return found.filter((url) => url !== undefined);
}

// The first installation has nobody to interrupt: it takes over at once, so that "ready to leave" is true without a reload.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
