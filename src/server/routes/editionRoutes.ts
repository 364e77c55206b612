import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { readEditionFilesHead } from '#core/manual/editionFiles.ts';
import { readableChapters } from '#server/editions/readableChapters.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { acceptsGzip } from '#server/http/compression.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { rolesOf } from '#server/sync/rolesOf.ts';

const revision = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));
const editionParams = v.object({ edition: v.string(), revision });
const chapterParams = v.object({ ...editionParams.entries, chapter: v.string(), language: v.string() });

/** `GET /api/editions/:edition/:revision`: the head, with those chapters only that the person may read. */
export const editionHead = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const params = v.safeParse(editionParams, request.params);
  if (!params.success) return refuse(reply, 'not-found');
  const found = await deps.store.transaction((tx) => readable(tx, session.userId, params.output.edition, params.output.revision));
  if (!found || found.chapters.size === 0) return refuse(reply, 'not-found');
  const head = readEditionFilesHead(JSON.parse(found.head));
  if (!head) throw new Error(`the stored head of ${params.output.edition} is not one`);
  return reply.send({ ...head, chapters: head.chapters.filter(({ id }) => found.chapters.has(id)) });
});

/** `GET /api/editions/:edition/:revision/chapters/:chapter/:language`: stored and sent compressed. */
export const editionChapter = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const params = v.safeParse(chapterParams, request.params);
  if (!params.success) return refuse(reply, 'not-found');
  const { edition, chapter, language } = params.output;
  const file = await deps.store.transaction(async (tx) => {
    const found = await readable(tx, session.userId, edition, params.output.revision);
    return found?.chapters.has(chapter) ? tx.editions.editionFile(edition, params.output.revision, chapter, language) : undefined;
  });
  if (!file) return refuse(reply, 'not-found');
  reply.header('content-type', 'application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(gunzipSync(file.gzip));
  return reply.header('content-encoding', 'gzip').send(Buffer.from(file.gzip));
});

async function readable(tx: StoreTransaction, userId: string, id: string, revisionNumber: number) {
  const edition = await tx.editions.edition(id, revisionNumber);
  if (!edition) return undefined;
  return { head: edition.head, chapters: await readableChapters(tx, userId, await rolesOf(tx, userId), edition) };
}
