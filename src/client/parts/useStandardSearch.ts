import { useEffect, useMemo, useState } from 'react';
import type { Standard } from '#core/manual/edition.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import type { StandardSearch } from '#core/manual/searchStandards.ts';

const engines = new WeakMap<ManualIndex, StandardSearch>();

async function prepare(index: ManualIndex): Promise<void> {
  const { searchStandards } = await import('#core/manual/searchStandards.ts');
  if (!engines.has(index)) engines.set(index, searchStandards(index));
}

/**
 * What a query finds in a manual. `found` is undefined while nothing is asked or the engine, which is not part of the
 * first load, is on its way: then it answers by itself. `warmUp`, from the field's focus, brings it before the first letter.
 */
export function useStandardSearch(index: ManualIndex | undefined, query: string): { readonly found: readonly Standard[] | undefined; readonly warmUp: () => void } {
  const [, setArrived] = useState<object>();
  const engine = index && engines.get(index);
  const asked = query.trim() !== '';
  useEffect(() => {
    if (!asked || !index || engine) return undefined;
    let left = false;
    prepare(index).then(
      () => left || setArrived({}),
      // As with any part of the app that is not there: the screen says so.
      (error: unknown) => left || setArrived(() => { throw error; }),
    );
    return () => void (left = true);
  }, [asked, index, engine]);
  const found = useMemo(() => (asked ? engine?.search(query) : undefined), [asked, engine, query]);
  return {
    found,
    // A failure is told by the query that needs it.
    warmUp: () => void (index && prepare(index).catch(() => undefined)),
  };
}
