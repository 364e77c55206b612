import { sha256OfText } from '#core/bytes.ts';
import type { IdSource } from '#core/ids.ts';
import type { Edition } from '#core/manual/edition.ts';
import { DEMO_PASSWORD } from '#core/people/judgePassword.ts';
import { readManualJson } from '#core/manual/readManualJson.ts';
import { newAccount } from '#server/auth/newAccount.ts';
import { newUserId } from '#server/auth/userId.ts';
import { installEdition } from '#server/editions/installEdition.ts';
import sampleManual from '#server/samples/sample-le.json' with { type: 'json' };
import type { SyncDeps } from '#server/sync/handleSync.ts';
import { writePuertoClaro, writeValleSereno } from './demoAgencies.ts';
import { DEMO_NAMES, DEMO_PEOPLE } from './demoPeople.ts';
import { createDemoWriter } from './demoWriter.ts';

/**
 * Fills an empty store with the demo: a sample manual, its people, two agencies. Everything that people wrote goes in
 * as signed ops through the ordinary door. A store that has anybody in it stays as it is (`false`).
 */
export async function fillDemo(deps: SyncDeps, installationId: string, randomBytes: (count: number) => Uint8Array): Promise<boolean> {
  const isEmpty = await deps.store.transaction(async (tx) => (await tx.people.accounts()).length === 0);
  if (!isEmpty) return false;
  const edition = sampleEdition();
  await installEdition(deps.store, edition, sha256OfText(JSON.stringify(sampleManual)));

  const users = { ana: newUserId(randomBytes), marta: newUserId(randomBytes), dale: newUserId(randomBytes), lucia: newUserId(randomBytes), oscar: newUserId(randomBytes) };
  const accounts = await Promise.all(DEMO_NAMES.map((name) =>
    newAccount({ id: users[name], ...DEMO_PEOPLE[name], password: DEMO_PASSWORD, demo: true }, installationId)));
  await deps.store.transaction(async (tx) => {
    for (const account of accounts) await tx.people.addAccount(account);
  });
  const ids: IdSource = { nowMs: deps.nowMs, randomBytes };
  const writer = await createDemoWriter(deps, ids, users, 'America/Hermosillo');
  await writePuertoClaro(writer, edition, deps.nowMs());
  await writeValleSereno(writer, edition, deps.nowMs());
  return true;
}

function sampleEdition(): Edition {
  const { edition, problems } = readManualJson(JSON.stringify(sampleManual));
  if (!edition) throw new Error(`the sample manual cannot be read: ${JSON.stringify(problems)}`);
  return edition;
}
