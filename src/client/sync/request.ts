import * as v from 'valibot';
import { apiError, DEVICE_HEADER, PERSON_HEADER } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { patience, type Limits, type Patience } from './patience.ts';

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
  /** Until the answer begins; from then on it only has to go on. */
  readonly timeoutMs?: number;
  /** Who asks: the server refuses when the browser's session is another person's. */
  readonly person?: string | undefined;
  /** On which device: what the administrator sees of it, and how it learns that it was revoked. */
  readonly device?: string | undefined;
};

const TIMEOUT_MS = 20_000;
const STILL_MS = 20_000;
const LONGEST_MS = 10 * 60_000;
/** Below this, gzip costs more than it saves. */
const GZIP_FROM_CHARS = 2_000;

/** What every call says of itself. */
export const headersOf = ({ person, device }: Pick<RequestOptions, 'person' | 'device'>): Record<string, string> => ({
  accept: 'application/json',
  ...(person === undefined ? {} : { [PERSON_HEADER]: person }),
  ...(device === undefined ? {} : { [DEVICE_HEADER]: device }),
});

const limitsOf = (timeoutMs = TIMEOUT_MS): Limits => ({ answerMs: timeoutMs, stillMs: Math.min(timeoutMs, STILL_MS), longestMs: LONGEST_MS });

/** Sends, reads the answer to its end, and hands it on, its body in memory. */
async function send(path: string, options: RequestOptions, onProgress?: OnProgress): Promise<Result<Response, ApiFailure>> {
  const waits = patience(limitsOf(options.timeoutMs));
  try {
    const response = await open(path, options, waits);
    const body = await wholeBody(response, waits, onProgress);
    const whole = new Response(mayHaveBody(response) ? body : null, { status: statusOf(response), headers: response.headers });
    return whole.ok ? ok(whole) : err(await readFailure(whole));
  } catch (cause) {
    if (isNetworks(cause)) return err({ type: 'unreachable' });
    throw cause;
  } finally {
    waits.over();
  }
}

/** fetch says TypeError for every failure of the network, DOMException for a time-out. */
const isNetworks = (cause: unknown): boolean => cause instanceof TypeError || cause instanceof DOMException;

/** A redirect is nothing that the server says: a portal does. It is not followed, and shows neither status nor address. */
const PORTAL_STATUS = 302;
const statusOf = (response: Response): number => (response.type === 'opaqueredirect' ? PORTAL_STATUS : response.status);
const mayHaveBody = ({ status }: Response): boolean => status !== 204 && status !== 205 && status !== 304;

async function wholeBody(response: Response, waits: Patience, onProgress: OnProgress | undefined): Promise<ArrayBuffer> {
  const total = Number(response.headers.get('content-length') ?? '0');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  await eachPart(response, waits, (part) => {
    parts.push(part);
    done += part.length;
    if (total > 0) onProgress?.(done, total);
  });
  return new Blob(parts).arrayBuffer();
}

async function eachPart(response: Response, waits: Patience, take: (part: Uint8Array<ArrayBuffer>) => void): Promise<void> {
  waits.moved();
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    waits.moved();
    take(part.value);
  }
}

/** The one `fetch` of the product. Same origin, with the session's cookie, never cached. */
async function open(path: string, options: RequestOptions, { signal }: Pick<Patience, 'signal'>): Promise<Response> {
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
  return fetch(path, { method: options.method ?? 'GET', headers, body, cache: 'no-store', credentials: 'same-origin', redirect: 'manual', signal });
}

async function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

/** RFC 6585: said by the network on the way, never by the server. */
const NETWORK_WANTS_SIGN_IN = 511;

async function readFailure(response: Response): Promise<ApiFailure> {
  // Also from a proxy in front of the server, with a page of its own.
  if (response.status === 429) return { type: 'too-many', retryAfterSeconds: Number(response.headers.get('retry-after') ?? '30') || 30 };
  const body = isJson(response) ? await readJson(response) : undefined;
  if (body && !body.ok) return body.error;
  const said = body && v.safeParse(apiError, body.value);
  if (said === undefined && (response.status < 500 || response.status === NETWORK_WANTS_SIGN_IN)) return { type: 'captive-portal' };
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
export async function requestBytes(path: string, { onProgress, ...options }: Pick<RequestOptions, 'person' | 'device' | 'method' | 'json'> & { readonly onProgress?: OnProgress | undefined } = {}): Promise<Result<Uint8Array, ApiFailure>> {
  const response = await send(path, { ...options, timeoutMs: 120_000 }, onProgress);
  if (!response.ok) return response;
  if (response.value.headers.get('content-type')?.includes('text/html')) return err({ type: 'captive-portal' });
  return ok(new Uint8Array(await response.value.arrayBuffer()));
}

/**
 * Reads a stream of events until it ends, breaks, is silent for too long or is given up. Gives why it could not be opened; an end says nothing.
 */
export async function requestEvents(
  path: string, { stillMs, signal, onText, ...who }: Pick<RequestOptions, 'person' | 'device'> & { readonly stillMs: number; readonly signal: AbortSignal; readonly onText: (text: string) => void },
): Promise<Result<void, ApiFailure>> {
  const waits = patience({ answerMs: TIMEOUT_MS, stillMs });
  try {
    const response = await open(path, who, { signal: AbortSignal.any([signal, waits.signal]) });
    if (!response.ok) return err(await readFailure(response));
    if (!response.headers.get('content-type')?.includes('text/event-stream')) return err({ type: 'captive-portal' });
    const decoder = new TextDecoder();
    await eachPart(response, waits, (part) => onText(decoder.decode(part, { stream: true })));
    return ok(undefined);
  } catch (cause) {
    if (isNetworks(cause)) return err({ type: 'unreachable' });
    throw cause;
  } finally {
    waits.over();
  }
}

const isJson = (response: Response): boolean => response.headers.get('content-type')?.includes('application/json') ?? false;

/** A body that was cut off on the way is the network's doing; one that is no JSON becomes `undefined`, to which every schema says no. */
async function readJson(response: Response): Promise<Result<unknown, ApiFailure>> {
  try {
    return ok(await response.json());
  } catch (cause) {
    if (cause instanceof SyntaxError) return ok(undefined);
    if (isNetworks(cause)) return err({ type: 'unreachable' });
    throw cause;
  }
}
