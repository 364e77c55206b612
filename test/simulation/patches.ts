import type { Plugin } from 'vite';

/** A change of the product's text while it is loaded: for tests only, and nothing of it is in the product. */
export type Patch = { readonly file: string; readonly find: string; readonly put: string };

/** Answers and pushes as small as a run wants, so that pages are cut and a sync takes several requests. */
export const smallBatches: readonly Patch[] = [
  { file: 'src/server/sync/pullPages.ts', find: 'ops: MAX_OPS_PER_ANSWER,', put: 'ops: Reflect.get(globalThis, "opsPerAnswer"),' },
  { file: 'src/server/sync/pullPages.ts', find: 'budget.ops === MAX_OPS_PER_ANSWER', put: 'budget.ops === Reflect.get(globalThis, "opsPerAnswer")' },
];

/** Applies patches by their file; one whose text is not there exactly once fails the load: the code under it has moved. */
export function patching(patches: readonly Patch[]): Plugin {
  return {
    name: 'cotejo-patches',
    enforce: 'pre',
    transform(code, id) {
      const path = id.split('?')[0] ?? id;
      let text = code;
      for (const { file, find, put } of patches) {
        if (!path.endsWith(`/${file}`)) continue;
        if (text.split(find).length !== 2) throw new Error(`${file} no longer has this text exactly once; mend the patch: ${find}`);
        text = text.replace(find, () => put);
      }
      return text === code ? undefined : text;
    },
  };
}
