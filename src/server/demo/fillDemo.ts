import { sha256OfText } from '#core/bytes.ts';
import { agencyScope } from '#core/op/scope.ts';
import type { IdSource } from '#core/ids.ts';
import type { Edition } from '#core/manual/edition.ts';
import { DEMO_PASSWORD } from '#core/people/judgePassword.ts';
import { readManualJson } from '#core/manual/readManualJson.ts';
import { newAccount } from '#server/auth/newAccount.ts';
import { newUserId } from '#server/auth/userId.ts';
import { installEdition } from '#server/editions/installEdition.ts';
import sampleAca from '#server/samples/sample-aca.json' with { type: 'json' };
import sampleCom from '#server/samples/sample-com.json' with { type: 'json' };
import sampleLe from '#server/samples/sample-le.json' with { type: 'json' };
import type { SyncDeps } from '#server/sync/handleSync.ts';
import { writePuertoClaro, writeValleSereno } from './demoAgencies.ts';
import { DEMO_NAMES, DEMO_PEOPLE } from './demoPeople.ts';
import { createDemoWriter } from './demoWriter.ts';

/**
 * Fills an empty store with the demo: the sample manuals, people, two agencies. Everything that people wrote goes in
 * as signed ops through the ordinary door. A store that has anybody in it stays as it is (`false`).
 */
export async function fillDemo(deps: SyncDeps, installationId: string, randomBytes: (count: number) => Uint8Array): Promise<boolean> {
  const isEmpty = await deps.store.transaction(async (tx) => (await tx.people.accounts()).length === 0);
  if (!isEmpty) return false;
  const edition = await installSample(deps, sampleLe);
  for (const sample of [sampleCom, sampleAca]) await installSample(deps, sample);

  const id = (): string => newUserId(randomBytes);
  const users = { ana: id(), marta: id(), dale: id(), lucia: id(), oscar: id(), ines: id(), tomas: id(), kate: id() };
  const accounts = await Promise.all(DEMO_NAMES.map((name) =>
    newAccount({ id: users[name], ...DEMO_PEOPLE[name], password: DEMO_PASSWORD, demo: true }, installationId)));
  await deps.store.transaction(async (tx) => {
    for (const account of accounts) await tx.people.addAccount(account);
  });
  const ids: IdSource = { nowMs: deps.nowMs, randomBytes };
  const writer = await createDemoWriter(deps, ids, users, 'America/Hermosillo');
  await writePuertoClaro(writer, edition, deps.nowMs());
  const valleSereno = await writeValleSereno(writer, edition, deps.nowMs());
  await nameReaders(deps, users, valleSereno);
  return true;
}

/** What an administrator would have set: all that there is is in one region, and the head of agency 1 reads its list. */
async function nameReaders({ store }: SyncDeps, { ines, tomas }: { readonly ines: string; readonly tomas: string }, agency: string): Promise<void> {
  await store.transaction(async (tx) => {
    for (const { id: scope } of await tx.ops.scopes()) await tx.people.addGrant({ scope, userId: ines, role: 'regional_manager', via: 'set-region' });
    await tx.people.addGrant({ scope: agencyScope(agency), userId: tomas, role: 'agency_reader', via: 'name-reader' });
  });
}

async function installSample({ store }: SyncDeps, sample: unknown): Promise<Edition> {
  const text = JSON.stringify(sample);
  const { edition, problems } = readManualJson(text);
  if (!edition) throw new Error(`a sample manual cannot be read: ${JSON.stringify(problems)}`);
  await installEdition(store, edition, sha256OfText(text));
  return edition;
}
