import { Readable } from 'node:stream';
import * as v from 'valibot';
import { isScopeId } from '#core/op/scope.ts';
import { CHUNK_BYTES, filesStatusRequest, MAX_FILE_BYTES, type FilesStatus } from '#core/protocol/wire.ts';
import { fileAccess, verifiedSource } from '#server/files/fileAccess.ts';
import type { FileBytes, FileName } from '#server/files/fileBytes.ts';
import { fileStatusOf, receiveChunk } from '#server/files/receiveChunk.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { rolesOf } from '#server/sync/rolesOf.ts';

const MAX_CHUNKS = Math.ceil(MAX_FILE_BYTES / CHUNK_BYTES);

const fileParams = v.object({
  scope: v.pipe(v.string(), v.check(isScopeId)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const small = v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number));
const chunkIndex = v.object({ index: small });
const chunkTotal = v.object({ total: v.pipe(small, v.minValue(1), v.maxValue(MAX_CHUNKS)) });

/** `GET /api/files/:scope/:sha256`: which chunks are here, so that an upload goes on where it stopped. */
export const fileStatusRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const file = v.safeParse(fileParams, request.params);
  if (!file.success) return refuse(reply, 'not-found');
  const status = await deps.store.transaction(async (tx) => {
    if ((await accessOf(tx, session.userId, file.output)) === 'none') return undefined;
    return fileStatusOf(tx, (await verifiedSource(tx, file.output)) ?? file.output);
  });
  return status ? reply.send(status) : refuse(reply, 'not-found');
}, { revoked: ['after-sending'] });

/** `POST /api/files/status`: the same of many at once. What is not this person's, or not known, is left out. */
export const filesStatusRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const asked = v.safeParse(filesStatusRequest, request.body);
  if (!asked.success) return refuse(reply, 'malformed');
  const names = asked.output.files;
  const files = await deps.store.transaction(async (tx) => {
    const roles = await rolesOf(tx, session.userId);
    const known: FilesStatus['files'] = [];
    for (const scope of new Set(names.map((name) => name.scope))) {
      if (fileAccess(roles, scope) === 'none') continue;
      const progress = await tx.files.progressOf(scope, names.flatMap((name) => (name.scope === scope ? [name.sha256] : [])));
      for (const [sha256, { chunks, verified }] of progress) known.push({ scope, sha256, chunks: [...chunks], verified });
    }
    return known;
  });
  return reply.send({ files } satisfies FilesStatus);
}, { revoked: ['after-sending'] });

/** `PUT /api/files/:scope/:sha256/chunks/:index?total=N`. */
export const chunkRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const file = v.safeParse(fileParams, request.params);
  if (!file.success) return refuse(reply, 'not-found');
  const { access, known } = await deps.store.transaction(async (tx) => ({ access: await accessOf(tx, session.userId, file.output), known: await fileStatusOf(tx, file.output) }));
  if (access !== 'write') return refuse(reply, access === 'read' ? 'not-allowed' : 'not-found');
  const index = v.safeParse(chunkIndex, request.params);
  const total = v.safeParse(chunkTotal, request.query);
  const { body } = request;
  if (!index.success || !total.success) return refuse(reply, 'malformed');
  if (index.output.index >= total.output.total) return refuse(reply, 'chunk-out-of-range');
  if (!Buffer.isBuffer(body) || body.length === 0) return refuse(reply, 'empty');
  if (known.verified) return reply.send(known);
  const { store, fileBytes: bytes, countChunk: count, randomBytes } = deps;
  const newPiece = (): string => Buffer.from(randomBytes(16)).toString('hex');
  const received = await receiveChunk({ store, bytes, count, newPiece }, { file: file.output, index: index.output.index, total: total.output.total, bytes: body });
  return received.ok ? reply.send(received.value) : refuse(reply, received.error.type);
}, { revoked: ['after-sending'] });

/** `GET /api/files/:scope/:sha256/content`: the verified bytes, of the scope itself or shared with it. */
export const fileContent = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const file = v.safeParse(fileParams, request.params);
  if (!file.success) return refuse(reply, 'not-found');
  const found = await deps.store.transaction(async (tx) => {
    if ((await accessOf(tx, session.userId, file.output)) === 'none') return undefined;
    const source = await verifiedSource(tx, file.output);
    return source && { source, chunks: [...(await tx.files.chunks(source.scope, source.sha256)).values()] };
  });
  if (!found) return refuse(reply, 'not-found');
  reply.header('content-type', 'application/octet-stream').header('content-disposition', 'attachment');
  reply.header('content-length', found.chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  return reply.send(Readable.from(piecesOf(deps.fileBytes, found.source, found.chunks.map(({ piece }) => piece)), { objectMode: false }));
});

async function accessOf(tx: StoreTransaction, userId: string, { scope }: FileName) {
  return fileAccess(await rolesOf(tx, userId), scope);
}

async function* piecesOf(fileBytes: FileBytes, file: FileName, pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    const bytes = await fileBytes.read(file, piece);
    if (!bytes) throw new Error(`a piece of ${file.sha256} is missing where the files lie`);
    yield bytes;
  }
}
