import { Readable } from 'node:stream';
import * as v from 'valibot';
import { isScopeId } from '#core/op/scope.ts';
import { CHUNK_BYTES, MAX_FILE_BYTES } from '#core/protocol/wire.ts';
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
});

/** `PUT /api/files/:scope/:sha256/chunks/:index?total=N`. */
export const chunkRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const file = v.safeParse(fileParams, request.params);
  if (!file.success) return refuse(reply, 'not-found');
  const access = await deps.store.transaction((tx) => accessOf(tx, session.userId, file.output));
  if (access !== 'write') return refuse(reply, access === 'read' ? 'not-allowed' : 'not-found');
  const index = v.safeParse(chunkIndex, request.params);
  const total = v.safeParse(chunkTotal, request.query);
  const { body } = request;
  if (!index.success || !total.success || index.output.index >= total.output.total) return refuse(reply, 'malformed');
  if (!Buffer.isBuffer(body) || body.length === 0) return refuse(reply, 'malformed');
  const chunk = { file: file.output, index: index.output.index, total: total.output.total, bytes: body };
  const { store, fileBytes } = deps;
  const received = await deps.perFile(`${file.output.scope} ${file.output.sha256}`, () => receiveChunk({ store, bytes: fileBytes }, chunk));
  return received.ok ? reply.send(received.value) : refuse(reply, received.error.type);
});

/** `GET /api/files/:scope/:sha256/content`: the verified bytes, of the scope itself or shared with it. */
export const fileContent = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const file = v.safeParse(fileParams, request.params);
  if (!file.success) return refuse(reply, 'not-found');
  const found = await deps.store.transaction(async (tx) => {
    if ((await accessOf(tx, session.userId, file.output)) === 'none') return undefined;
    const source = await verifiedSource(tx, file.output);
    return source && { source, sizes: [...(await tx.files.chunks(source.scope, source.sha256)).values()] };
  });
  if (!found) return refuse(reply, 'not-found');
  reply.header('content-type', 'application/octet-stream').header('content-disposition', 'attachment');
  reply.header('content-length', found.sizes.reduce((sum, size) => sum + size, 0));
  return reply.send(Readable.from(chunksOf(deps.fileBytes, found.source, found.sizes.length), { objectMode: false }));
});

async function accessOf(tx: StoreTransaction, userId: string, { scope }: FileName) {
  return fileAccess(await rolesOf(tx, userId), scope);
}

async function* chunksOf(fileBytes: FileBytes, file: FileName, total: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < total; index++) {
    const bytes = await fileBytes.read(file, index);
    if (!bytes) throw new Error(`chunk ${index} of ${file.sha256} is missing from the disk`);
    yield bytes;
  }
}
