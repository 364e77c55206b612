import { argon2id } from 'hash-wasm';
import type { Argon2Answer, Argon2Request } from './argon2InWorker.ts';

addEventListener('message', (event: MessageEvent<Argon2Request>) => {
  const { password, salt } = event.data;
  const answer = (message: Argon2Answer): void => postMessage(message);
  argon2id({ password, salt, memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary' }).then(
    (hash) => answer({ hash: new Uint8Array(hash) }),
    (cause: unknown) => answer({ failed: String(cause) }),
  );
});
