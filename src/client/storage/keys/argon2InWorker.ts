import type { Argon2 } from './deriveKeys.ts';

export type Argon2Request = { readonly password: string; readonly salt: Uint8Array };
export type Argon2Answer = { readonly hash: Uint8Array<ArrayBuffer> } | { readonly failed: string };

/** In a worker, so that the screen goes on living for the two seconds that it takes. */
export const argon2InWorker: Argon2 = (password, salt) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon2.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Argon2Answer>) => {
      worker.terminate();
      if ('hash' in event.data) resolve(event.data.hash);
      else reject(new Error(event.data.failed));
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.postMessage({ password, salt } satisfies Argon2Request);
  });
