import * as v from 'valibot';
import { isUuid } from '#core/ids.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import { batchProof, MAX_FILE_BYTES, page, person, pulledOp, REFUSALS } from '#core/protocol/wire.ts';

const uuid = v.pipe(v.string(), v.check(isUuid));
const scope = v.custom<ScopeId>((value) => typeof value === 'string' && isScopeId(value));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** What comes first: whose file it is and what is in it, so that it can be shown before anything is merged. */
export const bundleManifest = v.object({
  id: uuid,
  purpose: v.picklist(['colleague', 'back-up']),
  installationId: uuid,
  madeBy: person,
  madeAt: v.pipe(v.string(), v.maxLength(40), v.check((text) => !Number.isNaN(Date.parse(text)))),
  scopes: v.array(scope),
  /** Everybody who wrote something in it, for a tablet that does not know them. */
  people: v.array(person),
  ops: count,
  files: count,
  fileBytes: count,
});
export type BundleManifest = v.InferOutput<typeof bundleManifest>;

/** Ops with their author's signature over the list of which they are all or a part. */
export const bundleBatch = v.object({ proof: batchProof, ops: v.array(pulledOp) });
export type BundleBatch = v.InferOutput<typeof bundleBatch>;

/** A page as the server gave it, with the epoch that its MAC covers; `ops` are all or some of its list. */
export const bundlePage = v.object({ ...page.entries, epoch: v.pipe(v.string(), v.maxLength(60)) });
export type BundlePage = v.InferOutput<typeof bundlePage>;

/** Only in a back-up: what the server refused to this person, whole. */
export const bundleRefused = v.object({
  op: pulledOp, reason: v.picklist(REFUSALS), field: v.optional(v.string()), refusedAtMs: v.number(),
});
export type BundleRefused = v.InferOutput<typeof bundleRefused>;

/** Its bytes follow, in chunks. */
export const bundleFile = v.object({ scope, sha256, sizeBytes: v.pipe(count, v.maxValue(MAX_FILE_BYTES)) });
export type BundleFile = v.InferOutput<typeof bundleFile>;

/** One thing in a bundle, in the order in which they must come: manifest first, a file's chunks behind it, `end` last. */
export type BundlePart =
  | { readonly kind: 'manifest'; readonly manifest: BundleManifest }
  | { readonly kind: 'batch'; readonly batch: BundleBatch }
  | { readonly kind: 'page'; readonly page: BundlePage }
  | { readonly kind: 'refused'; readonly refused: BundleRefused }
  | { readonly kind: 'file'; readonly file: BundleFile }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };
