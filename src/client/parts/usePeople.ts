import { useMemo } from 'react';
import type { Person } from '#core/people/role.ts';
import { useMe } from '#client/storage/WorkspaceContext.ts';

/** People whom this person may know, by id. Somebody who is not among them is shown by a dash, never by an id. */
export function usePeople(): ReadonlyMap<string, Person> {
  const me = useMe();
  return useMemo(() => new Map([...me.people, me.person].map((person) => [person.id, person])), [me]);
}
