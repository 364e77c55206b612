import type { HandOver } from './bundleOrder.ts';
import type { HandOverParts } from './createHandOver.ts';

/** `createHandOver`, whose code comes with the first file that is made or opened: most days have none. */
export function lateHandOver(parts: HandOverParts): HandOver {
  // An import that did not come is asked for again by the next call.
  const handOver = async (): Promise<HandOver> => (await import('./createHandOver.ts')).createHandOver(parts);
  return {
    hasVisitKey: (scope) => parts.visitKeys.newest(scope) !== undefined,
    measure: async (scopes) => (await handOver()).measure(scopes),
    make: async (order, onProgress) => (await handOver()).make(order, onProgress),
    keyKindOf: async (file) => (await handOver()).keyKindOf(file),
    open: async (file, words) => (await handOver()).open(file, words),
  };
}
