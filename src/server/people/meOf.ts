import * as v from 'valibot';
import { editionHeadSchema } from '#core/manual/editionSchema.ts';
import { hasNoScope, isOfAgency, type Person } from '#core/people/role.ts';
import type { Me } from '#core/protocol/wire.ts';
import { recoveryKeys } from '#server/recovery/recoveryKeys.ts';
import type { StoredEdition } from '#server/store/editionTables.ts';
import type { Account } from '#server/store/peopleTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { hashOfForms, mayUseForms } from '#server/forms/formAccess.ts';
import { rolesOf } from '#server/sync/rolesOf.ts';

/** What a person may know of themself, of others, and of manuals. */
export async function meOf(tx: StoreTransaction, userId: string): Promise<Me> {
  const account = await tx.people.accountById(userId);
  const installationId = await tx.meta.get('installationId');
  if (!account || installationId === undefined) throw new Error('a session of nobody, or a store that was never set up');
  const met = await peopleMet(tx, account);
  const visible = account.role === 'team_leader' ? 'everybody' : met;
  const people = (await tx.people.accounts()).filter(({ id }) => visible === 'everybody' || visible.has(id)).map(personOf);
  const editions = hasNoScope(account.role) || isOfAgency(account.role) ? [] : newestRevisions(await tx.editions.editions()).map(listed);
  const devices = (await tx.people.devicesOfAll([...met])).map(({ id, userId: owner, publicKey }) => ({ id, userId: owner, publicKey }));
  const key = (await recoveryKeys(tx)).at(-1);
  return {
    person: personOf(account), email: account.email, installationId, people, devices, editions,
    ...(key ? { recoveryKey: { id: key.id, publicKey: key.publicKey } } : {}),
    ...(mayUseForms(account.role) ? { formsHash: hashOfForms(await tx.forms.newest()) } : {}),
  };
}

/** Who shares a scope, and who once wrote there. Besides these, a team leader sees everybody: they may be put on a team. */
async function peopleMet(tx: StoreTransaction, account: Account): Promise<ReadonlySet<string>> {
  const scopes = [...(await rolesOf(tx, account.id)).keys()];
  const met = new Set([account.id, ...(await tx.ops.actorsIn(scopes))]);
  for (const scope of scopes) for (const grant of await tx.people.grantsIn(scope)) met.add(grant.userId);
  return met;
}

const personOf = ({ id, name, code, role }: Account): Person => ({ id, name, code, role });

function newestRevisions(editions: readonly StoredEdition[]): readonly StoredEdition[] {
  const newest = new Map<string, StoredEdition>();
  for (const edition of editions) if (edition.revision >= (newest.get(edition.id)?.revision ?? 0)) newest.set(edition.id, edition);
  return [...newest.values()];
}

function listed({ id, revision, head, chapterByStandard }: StoredEdition): Me['editions'][number] {
  const { name, program, sample } = v.parse(editionHeadSchema, JSON.parse(head));
  return { id, revision, name, program, sample, standards: Object.keys(chapterByStandard).length };
}
