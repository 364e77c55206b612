import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { Api } from './api.ts';
import { downloadManual } from './downloadManual.ts';
import type { ApiFailure } from './request.ts';

/** A manager's phone prepares itself: the chapters that the agency's findings name come as soon as there is a network. */
export async function fetchManagersChapters(unlocked: Unlocked, api: Pick<Api, 'editionHead' | 'chapter'>): Promise<Result<void, ApiFailure | StorageError>> {
  const wanted = new Map<string, { edition: string; revision: number; standards: Set<string> }>();
  for (const [scope, roles] of unlocked.replica.scopes()) {
    if (!roles.has('accreditation_manager') && !roles.has('agency_reader')) continue;
    for (const { edition, revision, standard } of agencyFindingsOf(unlocked.replica.state(scope))) {
      const key = `${edition}@${revision}`;
      const known = wanted.get(key) ?? { edition, revision, standards: new Set() };
      known.standards.add(standard);
      wanted.set(key, known);
    }
  }
  for (const { edition, revision, standards } of wanted.values()) {
    const manual = await unlocked.shelf.open(edition, revision);
    if (manual && [...standards].every((id) => manual.placeById.has(id))) continue;
    const downloaded = await downloadManual(unlocked.shelf, api, edition, revision);
    // The server may not have the edition (any more): the gap list works without its text.
    if (!downloaded.ok && downloaded.error.type !== 'refused') return downloaded;
  }
  return ok(undefined);
}
