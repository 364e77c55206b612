import { err, ok, type Result } from '#core/result.ts';
import type { ObjectStore } from '#server/settings.ts';

const KNOWN: ReadonlySet<string> = new Set(['region', 'endpoint', 'forcePathStyle']);

/** `s3://bucket/prefix?region=…&endpoint=https://…&forcePathStyle=1`. The error is a sentence for who starts the server. */
export function readFilesUrl(text: string): Result<ObjectStore, string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const example = 'FILES_URL is an address such as s3://bucket/prefix?region=us-east-1; leave it out for a folder in DATA_DIR.';
  if (url?.protocol !== 's3:' || url.hostname === '') return err(example);
  if (url.username !== '' || url.password !== '') return err('FILES_URL holds no keys: give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const unknown = [...url.searchParams.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return err(`FILES_URL knows region, endpoint and forcePathStyle, not "${unknown}".`);
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol))) return err(`The endpoint in FILES_URL is an http or https address, not "${endpoint}".`);
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  return ok({
    bucket: url.hostname, prefix: prefix === '' ? '' : `${prefix}/`, region: url.searchParams.get('region') ?? 'us-east-1', endpoint,
    forcePathStyle: url.searchParams.get('forcePathStyle') === '1',
  });
}
