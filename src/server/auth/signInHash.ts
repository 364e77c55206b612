import { hash, verify } from '@node-rs/argon2';

/** Argon2id, 19 MiB, t = 2 (OWASP's first choice): the sign-in key is 256 random-looking bits already. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const hashSignInKey = (signInKey: string): Promise<string> => hash(signInKey, COST);

export const matchesSignInHash = (signInHash: string, signInKey: string): Promise<boolean> => verify(signInHash, signInKey);
