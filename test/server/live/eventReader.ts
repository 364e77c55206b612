/** An open stream, as a tablet reads it. */
export type EventReader = {
  readonly status: number;
  readonly headers: Headers;
  /** The next event as `name data`, a comment as `: text`; `undefined` when the stream has ended. */
  readonly next: () => Promise<string | undefined>;
  readonly leave: () => void;
};

export async function openEvents(url: string, headers: Record<string, string>): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/live`, { headers, signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    headers: response.headers,
    leave: () => abort.abort(),
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          return block.replace(/^event: /, '').replace('\ndata: ', ' ');
        }
        const read = await reader?.read();
        if (!read || read.done) return undefined;
        text += read.value;
      }
    },
  };
}
