import type { EditionHead } from '#core/manual/edition.ts';
import type { Me } from '#core/protocol/wire.ts';
import { useManual, useWorkspace } from '#client/storage/WorkspaceContext.ts';

export type ListedEdition = Me['editions'][number];

export type NewestEdition = {
  /** As the server lists it; `undefined`: the program has none yet. */
  readonly listed: ListedEdition | undefined;
  /** Known once the manual is on the tablet. */
  readonly head: EditionHead | undefined;
  readonly isHere: boolean;
};

/** The editions of a program, real ones before samples, newest first. */
export function editionsOf(editions: readonly ListedEdition[], program: string | undefined): readonly ListedEdition[] {
  return editions.filter((edition) => edition.program === program).sort((a, b) => Number(a.sample) - Number(b.sample) || (a.id < b.id ? 1 : -1));
}

/** The newest edition of a program, with its own words for sizes and functions where it is on the tablet. */
export function useNewestEdition(program: string | undefined): NewestEdition {
  const listed = editionsOf(useWorkspace().me.editions, program)[0];
  const manual = useManual(listed?.id, listed?.revision);
  const head = manual.kind === 'ready' && manual.index.edition.id === listed?.id ? manual.index.edition : undefined;
  return { listed, head, isHere: head !== undefined };
}
