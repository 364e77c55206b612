import { generateKeyPairSync, sign } from 'node:crypto';
import { hexOf } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import { OP_VERSION, sealOp } from '#core/op/op.ts';
import { visitScope } from '#core/op/scope.ts';
import { packForPush } from '#core/protocol/packOp.ts';
import { batchText, type Command, type SyncRequest } from '#core/protocol/wire.ts';
import { ALTERED, alteredRequest } from './network.ts';
import type { Prng } from './prng.ts';
import type { Who } from './steps.ts';
import type { Tablet } from './tablet.ts';
import type { World } from './world.ts';

/** Signs whatever it likes, with a key that nobody registered. */
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A request with one lie in the visit, in the name of whoever has that tablet. */
function forged(world: World, { userId: actor, device }: Tablet): SyncRequest {
  const op = sealOp({
    id: newUuid(world.source), v: OP_VERSION, scope: visitScope(world.visit), entity: 'observation', entityId: newUuid(world.source), set: { text: ALTERED }, base: { text: [] },
    actor, device, n: 1_000_000, lamport: 1_000, at: '2026-11-09T15:00:00.000Z', timeZone: 'America/Hermosillo', salt: hexOf(world.source.randomBytes(16)),
  });
  const signature = sign('sha256', Buffer.from(batchText([op.h])), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return { batch: { device, actor, hashes: [op.h], signature }, ops: [packForPush(op)], commands: [], cursors: {}, epoch: '' };
}

const NOTHING: SyncRequest = { ops: [], commands: [], cursors: {}, epoch: '' };

/** Somebody sends what they must not; nothing of it may ever show. Gives what was tried. */
export async function attack(world: World, who: Who, victim: Tablet, random: Prng): Promise<string> {
  const spy = world.tablets.get('spy');
  if (!spy) throw new Error('no spy');
  const scope = visitScope(world.visit);
  const send = async (what: string, userId: string, request: SyncRequest | undefined): Promise<string> => {
    if (request === undefined) return `${what}: nothing to send yet`;
    const answer = await world.server.fromAnybody(userId, request);
    return `${what}: ${answer.ok ? answer.value.results.map((result) => (result.status === 'refused' ? result.reason : result.status)).join(' ') : answer.error.type}`;
  };
  const last = victim.lastRequest();
  const recorded = last === undefined ? undefined : (JSON.parse(last) as SyncRequest);
  switch (random.pick(['stranger', 'borrowed-session', 'replayed-elsewhere', 'altered-on-the-way', 'team-by-spy', 'all-cursors'] as const)) {
    case 'stranger': return send('the spy writes into the visit', spy.userId, forged(world, spy));
    case 'borrowed-session': return send(`a stolen session of ${who}, without the tablet's key`, victim.userId, forged(world, victim));
    case 'replayed-elsewhere': return send(`the spy sends what ${who} had sent`, spy.userId, recorded);
    case 'altered-on-the-way': return send(`what ${who} had sent, with other words`, victim.userId, recorded && alteredRequest(withHashes(world, recorded), () => newUuid(world.source)));
    case 'team-by-spy': {
      const command = { type: 'set-team', agency: world.agency, visit: world.visit, leader: spy.userId, advisors: [] } satisfies Command;
      return send('the spy joins the team', spy.userId, { ...NOTHING, commands: [command] });
    }
    case 'all-cursors':
      return send('the spy asks for the visit', spy.userId, { ...NOTHING, cursors: { [scope]: 0, [`agency:${world.agency}`]: 0 } });
  }
}

/** With the list of what was signed, so that the server judges every op by itself. */
function withHashes({ witness }: World, request: SyncRequest): SyncRequest {
  const { batch, ops } = request;
  return batch ? { ...request, batch: { ...batch, hashes: ops.map(({ id }) => witness.ops.get(id)?.op.h ?? '') } } : request;
}
