import type { BrowserContext } from 'playwright-core';

/**
 * Gives the text of every answer of the API that the pages of a context receive, streams piece by piece. The browser's own record of answers
 * (`response.body()`) has none of what a page reads as a stream.
 */
export async function overhear(context: BrowserContext, heard: (text: string) => void): Promise<void> {
  await context.exposeFunction('cotejoHeard', heard);
  await context.addInitScript(() => {
    const real = window.fetch.bind(window);
    const tell = (text: string): Promise<void> => (window as unknown as { readonly cotejoHeard: (text: string) => Promise<void> }).cotejoHeard(text);
    const readAll = async (body: ReadableStream<Uint8Array<ArrayBuffer>>, asItComes: boolean): Promise<void> => {
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (asItComes) await tell(part.value);
        else text += part.value;
      }
      if (!asItComes) await tell(text);
    };
    window.fetch = async (...call) => {
      const response = await real(...call);
      const { body } = response.url.includes('/api/') ? response.clone() : { body: null };
      // An answer that breaks off was not received by the page either.
      if (body) void readAll(body, response.headers.get('content-type')?.startsWith('text/event-stream') ?? false).catch(() => undefined);
      return response;
    };
  });
  context.on('response', (response) => {
    if (!response.url().includes('/api/') || response.request().resourceType() !== 'xhr') return;
    void response.body().then((body) => heard(body.toString('utf8')), () => undefined);
  });
}
