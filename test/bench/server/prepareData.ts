import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newUuid } from '#core/ids.ts';
import { agencyScope } from '#core/op/scope.ts';
import { loadServerKeys } from '#server/auth/serverKeys.ts';
import { startSession } from '#server/auth/session.ts';
import { createSigningTablet } from '#server/demo/signingTablet.ts';
import { registerDevice } from '#server/auth/registerDevice.ts';
import { setUpStore } from '#server/store/setUpStore.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { handleSync } from '#server/sync/handleSync.ts';

/** A visit of two people, ready to be worked in: who they are and the tokens of their sessions. */
export type BenchVisit = {
  readonly agency: string;
  readonly visit: string;
  readonly leader: BenchPerson;
  readonly advisor: BenchPerson;
};
export type BenchPerson = { readonly userId: string; readonly token: string };

/** Fills the data folder of a server that does not run yet. */
export async function prepareData(folder: string, wanted: number): Promise<readonly BenchVisit[]> {
  mkdirSync(folder, { recursive: true });
  const nowMs = (): number => Date.now();
  const source = { nowMs, randomBytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const store = await openSqliteStore(join(folder, 'cotejo.sqlite'), Date.now());
  try {
    await setUpStore(store, randomUUID);
    const { macKey } = loadServerKeys(join(folder, 'server.key'));
    let people = 0;
    const person = async (role: 'team_leader' | 'technical_advisor'): Promise<BenchPerson> => {
      const number = people++;
      const userId = newUuid(source);
      return store.transaction(async (tx) => {
        await tx.people.addAccount({ id: userId, name: `Person ${number}`, code: `P${number}`, role, email: `p${number}@cotejo.example`, signInHash: '', demo: false });
        return { userId, ...(await startSession(tx, userId, undefined, source)) };
      });
    };
    const visits: BenchVisit[] = [];
    while (visits.length < wanted) {
      const [leader, advisor] = [await person('team_leader'), await person('technical_advisor')];
      const [agency, visit] = [newUuid(source), newUuid(source)];
      const tablet = createSigningTablet({ userId: leader.userId, ids: source, timeZone: 'America/Hermosillo', nextLamport: () => 1 });
      await registerDevice(store, leader.userId, { device: tablet.device, publicKey: tablet.publicKey }, Date.now());
      const cards = [
        tablet.seal({ scope: agencyScope(agency), entity: 'agency', entityId: agency, set: { name: 'Policía de Valle Sereno', program: 'LE' } }),
        tablet.seal({ scope: agencyScope(agency), entity: 'visit', entityId: visit, set: { edition: 'bench', revision: 1, leader: leader.userId } }),
      ];
      await handleSync({ store, nowMs, macKey }, { userId: leader.userId }, tablet.request(cards, {
        commands: [{ type: 'create-agency', agency }, { type: 'set-team', agency, visit, leader: leader.userId, advisors: [advisor.userId] }],
      }));
      visits.push({ agency, visit, leader, advisor });
    }
    return visits;
  } finally {
    await store.close();
  }
}
