import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteDeps } from '#server/http/appDeps.ts';

/** Whoever asks more often gets the same answer: anybody may ask. */
const KEEP_MS = 1_000;
/** What takes longer does not answer. */
const PATIENCE_MS = 5_000;

type Health = { readonly database: boolean; readonly files: boolean };

/**
 * `GET /api/health`, for a balancer: whether the database and the place of the files answer this instance; 503 where one does not.
 * Without a session, and telling nothing else.
 */
export const healthRoute = (deps: RouteDeps) => {
  let last: { readonly atMs: number; readonly health: Promise<Health> } | undefined;
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const nowMs = deps.nowMs();
    if (!last || nowMs - last.atMs >= KEEP_MS) last = { atMs: nowMs, health: healthOf(deps) };
    const health = await last.health;
    return reply.code(health.database && health.files ? 200 : 503).send(health);
  };
};

async function healthOf({ store, fileBytes }: Pick<RouteDeps, 'store' | 'fileBytes'>): Promise<Health> {
  const [database, files] = await Promise.all([answers(store.transaction((tx) => tx.meta.get('epoch'))), answers(fileBytes.check())]);
  return { database, files };
}

const answers = (question: Promise<unknown>): Promise<boolean> =>
  Promise.race([question.then(() => true, () => false), pause(PATIENCE_MS, false, { ref: false })]);
