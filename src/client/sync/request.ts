import * as v from 'valibot';
import { apiError, DEVICE_HEADER, PERSON_HEADER } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';

export type ApiFailure =
  /** No answer: no network, the server is down, or it took too long. */
  | { readonly type: 'unreachable' }
  /** Somebody else answered: a page of HTML where JSON was due, as hotel and café networks do. */
  | { readonly type: 'captive-portal' }
  | { readonly type: 'unauthorized'; readonly code: string }
  | { readonly type: 'too-many'; readonly retryAfterSeconds: number }
  /** The server understood and said no. `code` is one of the API's codes. */
  | { readonly type: 'refused'; readonly status: number; readonly code: string }
  /** The server failed, or speaks another version. */
  | { readonly type: 'server'; readonly status: number };

export type RequestOptions = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly timeoutMs?: number;
  /** Who asks: the server refuses when the browser's session is another person's. */
  readonly person?: string | undefined;
  /** On which device: what the administrator sees of it, and how it learns that it was revoked. */
  readonly device?: string | undefined;
};

const TIMEOUT_MS = 20_000;
/** Below this, gzip costs more than it saves. */
const GZIP_FROM_CHARS = 2_000;

/** What every call says of itself. */
export const headersOf = ({ person, device }: Pick<RequestOptions, 'person' | 'device'>): Record<string, string> => ({
  accept: 'application/json',
  ...(person === undefined ? {} : { [PERSON_HEADER]: person }),
  ...(device === undefined ? {} : { [DEVICE_HEADER]: device }),
});

/** The one `fetch` of the product. Same origin, with the session's cookie, never cached. */
async function send(path: string, options: RequestOptions): Promise<Result<Response, ApiFailure>> {
  const headers = headersOf(options);
  let body: BodyInit | null = null;
  if (options.json !== undefined) {
    headers['content-type'] = 'application/json';
    const text = JSON.stringify(options.json);
    if (text.length >= GZIP_FROM_CHARS) {
      headers['content-encoding'] = 'gzip';
      body = await gzip(text);
    } else body = text;
  } else if (options.bytes) {
    headers['content-type'] = 'application/octet-stream';
    body = new Uint8Array(options.bytes);
  }
  try {
    const response = await fetch(path, {
      method: options.method ?? 'GET', headers, body, cache: 'no-store', credentials: 'same-origin', redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
    });
    return response.ok ? ok(response) : err(await readFailure(response));
  } catch (cause) {
    // fetch says TypeError for every failure of the network, DOMException for a time-out.
    if (cause instanceof TypeError || cause instanceof DOMException) return err({ type: 'unreachable' });
    throw cause;
  }
}

async function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

async function readFailure(response: Response): Promise<ApiFailure> {
  // Also from a proxy in front of the server, with a page of its own.
  if (response.status === 429) return { type: 'too-many', retryAfterSeconds: Number(response.headers.get('retry-after') ?? '30') || 30 };
  const body = isJson(response) ? await readJson(response) : undefined;
  if (body && !body.ok) return body.error;
  const said = body && v.safeParse(apiError, body.value);
  if (said === undefined && response.status < 500) return { type: 'captive-portal' };
  const code = said?.success ? said.output.code : 'unknown';
  if (response.status === 401) return { type: 'unauthorized', code };
  // 502–504 come from a proxy whose server is away, unless the server says so in its own words.
  if (response.status >= 502 && response.status <= 504 && !said?.success) return { type: 'unreachable' };
  return response.status >= 500 ? { type: 'server', status: response.status } : { type: 'refused', status: response.status, code };
}

/** Asks for JSON and checks its shape. */
export async function requestJson<S extends v.GenericSchema>(path: string, schema: S, options: RequestOptions = {}): Promise<Result<v.InferOutput<S>, ApiFailure>> {
  const response = await send(path, options);
  return response.ok ? readAnswer(response.value, schema) : response;
}

/** What an answer says, or why it is none. */
export async function readAnswer<S extends v.GenericSchema>(response: Response, schema: S): Promise<Result<v.InferOutput<S>, ApiFailure>> {
  if (!response.ok) return err(await readFailure(response));
  if (!isJson(response)) return err({ type: 'captive-portal' });
  const read = await readJson(response);
  if (!read.ok) return read;
  const body = v.safeParse(schema, read.value);
  return body.success ? ok(body.output) : err({ type: 'server', status: response.status });
}

/** Asks for something to be done; the server answers 204. Anything else, such as a portal's page with 200, is not its answer. */
export async function requestDone(path: string, options: RequestOptions): Promise<Result<void, ApiFailure>> {
  const response = await send(path, options);
  if (!response.ok) return response;
  return response.value.status === 204 ? ok(undefined) : err({ type: 'captive-portal' });
}

/** Called with the bytes that are here, and how many there will be. */
export type OnProgress = (doneBytes: number, totalBytes: number) => void;

/** Asks for a file's bytes. */
export async function requestBytes(path: string, { onProgress, ...options }: Pick<RequestOptions, 'person' | 'device'> & { readonly onProgress?: OnProgress | undefined } = {}): Promise<Result<Uint8Array, ApiFailure>> {
  const response = await send(path, { ...options, timeoutMs: 120_000 });
  if (!response.ok) return response;
  if (response.value.headers.get('content-type')?.includes('text/html')) return err({ type: 'captive-portal' });
  try {
    return ok(await readBytes(response.value, onProgress));
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof DOMException) return err({ type: 'unreachable' });
    throw cause;
  }
}

async function readBytes(response: Response, onProgress: OnProgress | undefined): Promise<Uint8Array> {
  const total = Number(response.headers.get('content-length') ?? '0');
  if (!onProgress || !response.body || !(total > 0)) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    done += read.value.length;
    onProgress(done, total);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const isJson = (response: Response): boolean => response.headers.get('content-type')?.includes('application/json') ?? false;

/** A body that was cut off on the way is the network's doing; one that is no JSON becomes `undefined`, to which every schema says no. */
async function readJson(response: Response): Promise<Result<unknown, ApiFailure>> {
  try {
    return ok(await response.json());
  } catch (cause) {
    if (cause instanceof SyntaxError) return ok(undefined);
    if (cause instanceof TypeError || cause instanceof DOMException) return err({ type: 'unreachable' });
    throw cause;
  }
}
