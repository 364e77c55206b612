import { mayHear } from '#server/auth/session.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { callFrom } from '#server/http/callFrom.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';
import { rolesOf } from '#server/sync/rolesOf.ts';

const RETRY_AFTER_S = 30;

/**
 * `GET /api/live`: server-sent events. `scope` `{scope, seq}`: that scope's log has grown to `seq`; `pull` `{}`: what the person may read
 * has changed, or news was lost. A comment every 20 s. A help only: who hears nothing asks all the same, now and then.
 */
export const liveRoute = (deps: RouteDeps) => signedIn(deps, async ({ session: { tokenHash }, request, reply }) => {
  const { device } = callFrom(request);
  const stream = deps.live.open(tokenHash, () => deps.store.transaction(async (tx) => {
    const session = await tx.people.sessionByHash(tokenHash);
    if (!session || !(await mayHear(tx, session, deps.nowMs()))) return undefined;
    const rights = new Map<string, string>([...(await rolesOf(tx, session.userId))].map(([scope, roles]) => [scope, [...roles].sort().join(' ')]));
    // A device that is revoked asks at once, and is told what to erase.
    const erase = device === undefined ? undefined : (await tx.people.deviceState(device))?.erase;
    return rights.set('device', erase ?? '');
  }));
  if (!stream) return refuse(reply.header('retry-after', RETRY_AFTER_S), 'unavailable');
  // Proxies would keep the events back until there are enough of them.
  return reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream);
});
