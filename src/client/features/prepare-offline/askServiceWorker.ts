import * as v from 'valibot';

/** Whether the app and its texts are whole in the cache. `absent`: no service worker (development, private window). */
export type ShellHealth = { readonly type: 'absent' } | { readonly type: 'present'; readonly missing: readonly string[] };

const ANSWER_WITHIN_MS = 5_000;
const answer = v.array(v.string());

/** Asks the active service worker which of its files it lacks. */
export async function askServiceWorker(): Promise<ShellHealth> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const worker = registration?.active;
  if (!worker) return { type: 'absent' };
  const channel = new MessageChannel();
  const heard = new Promise<unknown>((resolve) => {
    channel.port1.onmessage = (event) => resolve(event.data);
    window.setTimeout(() => resolve(undefined), ANSWER_WITHIN_MS);
  });
  worker.postMessage({ type: 'MISSING_FILES' }, [channel.port2]);
  const missing = v.safeParse(answer, await heard);
  return missing.success ? { type: 'present', missing: missing.output } : { type: 'absent' };
}
