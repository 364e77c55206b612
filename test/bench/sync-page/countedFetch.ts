/** What went up since it was asked the last time. */
export type Sent = { readonly requests: number; readonly bytes: number };

let requests = 0;
let bytes = 0;

/** Counts every request of the page and the bytes of its body, as they leave. */
export function countFetch(): void {
  const real = window.fetch.bind(window);
  window.fetch = (input, init) => {
    requests += 1;
    const body = init?.body;
    if (typeof body === 'string') bytes += body.length;
    else if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) bytes += body.byteLength;
    return real(input, init);
  };
}

export function sentSince(): Sent {
  const sent = { requests, bytes };
  requests = 0;
  bytes = 0;
  return sent;
}
