import type * as v from 'valibot';
import { err, type Result } from '#core/result.ts';
import { headersOf, readAnswer, type ApiFailure } from './request.ts';

export type PutOptions = {
  readonly bytes: Uint8Array;
  readonly person?: string | undefined;
  readonly device?: string | undefined;
  /** How many of the bytes have left this tablet. */
  readonly onSent?: ((sentBytes: number) => void) | undefined;
};

/** Nothing moved for so long: the connection is half open, or as good as gone. A slow one that moves is left alone. */
const STALLED_MS = 45_000;
/** A connection that drips keeps a file waiting for ever. */
const LONGEST_MS = 10 * 60_000;
const JSON_STATUS = { from: 200, to: 599 };

/** Sends bytes and tells how far they are, which `fetch` cannot. Answers are read as everywhere. */
export function putBytes<S extends v.GenericSchema>(path: string, schema: S, { bytes, person, device, onSent }: PutOptions): Promise<Result<v.InferOutput<S>, ApiFailure>> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const unreachable = (): void => resolve(err({ type: 'unreachable' }));
    let stalled = setTimeout(() => call.abort(), STALLED_MS);
    const moved = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(() => call.abort(), STALLED_MS);
    };
    call.upload.addEventListener('progress', (event) => {
      moved();
      onSent?.(event.loaded);
    });
    call.addEventListener('progress', moved);
    call.addEventListener('error', unreachable);
    call.addEventListener('abort', unreachable);
    call.addEventListener('timeout', unreachable);
    call.addEventListener('load', () => {
      if (call.status < JSON_STATUS.from || call.status > JSON_STATUS.to) unreachable();
      else readAnswer(responseOf(call), schema).then(resolve, reject);
    });
    call.addEventListener('loadend', () => clearTimeout(stalled));
    call.open('PUT', path);
    call.timeout = LONGEST_MS;
    for (const [name, value] of Object.entries({ ...headersOf({ person, device }), 'content-type': 'application/octet-stream' })) call.setRequestHeader(name, value);
    call.send(new Uint8Array(bytes));
  });
}

/** The statuses that have no body may be given none. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(call: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'retry-after']) {
    const value = call.getResponseHeader(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(WITHOUT_BODY.has(call.status) ? null : call.responseText, { status: call.status, headers });
}
