import { entitiesOf, viewField } from '#core/op/scopeState.ts';
import { scopeKind } from '#core/op/scope.ts';
import { hasNoScope, isOfAgency } from '#core/people/role.ts';
import { foldEntity } from '#server/people/agencyFolds.ts';
import type { StoredEdition } from '#server/store/editionTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RolesByScope } from '#server/sync/rolesOf.ts';

/** Ids of the chapters of an edition that a person may read: all for a team and its manager, for an agency what findings name, else none. */
export async function readableChapters(tx: StoreTransaction, userId: string, roles: RolesByScope, edition: StoredEdition): Promise<ReadonlySet<string>> {
  const account = await tx.people.accountById(userId);
  if (!account || hasNoScope(account.role)) return new Set();
  return isOfAgency(account.role) ? chaptersOfFindings(tx, roles, edition) : new Set(readHeadChapters(edition));
}

/** A revision corrects or translates the same chapters, so a finding opens its chapter in every revision of its edition. */
async function chaptersOfFindings(tx: StoreTransaction, roles: RolesByScope, { id, chapterByStandard }: StoredEdition): Promise<ReadonlySet<string>> {
  const chapters = new Set<string>();
  for (const scope of roles.keys()) {
    if (scopeKind(scope) !== 'agency') continue;
    const findings = entitiesOf(await foldEntity(tx, scope, 'finding'), 'finding');
    for (const finding of findings) {
      const values = (field: string): readonly unknown[] => {
        const view = viewField(finding, field);
        return view.kind === 'none' ? [] : view.heads.map(({ value }) => value);
      };
      if (!values('edition').includes(id)) continue;
      for (const standard of values('standard')) {
        if (typeof standard === 'string' && Object.hasOwn(chapterByStandard, standard)) chapters.add(chapterByStandard[standard] ?? '');
      }
    }
  }
  return chapters;
}

function readHeadChapters({ head }: StoredEdition): readonly string[] {
  const { chapters }: { chapters: readonly { id: string }[] } = JSON.parse(head);
  return chapters.map(({ id }) => id);
}
