import { createServer, request as askServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CutProxy = {
  readonly url: string;
  readonly heal: () => void;
  /** Of the chunks that were answered before the cut, the bytes that came again. */
  readonly resentBytes: () => number;
  readonly close: () => Promise<void>;
};

/** A line that breaks once so many bytes of chunks have gone up, with everything that is on it, and is dead until it is healed. */
export async function cutProxy(target: string, afterBytes: number): Promise<CutProxy> {
  const answered = new Set<string>();
  let up = 0;
  let resent = 0;
  let isCut = false;
  let isHealed = false;
  const server = createServer((request, response) => {
    const isChunk = request.url?.includes('/chunks/') ?? false;
    const name = request.url ?? '';
    if (isCut) return void request.socket.destroy();
    const asked = askServer(new URL(name, target), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('end', () => {
        if (isChunk && answer.statusCode === 200) answered.add(name);
      });
    });
    asked.on('error', () => request.socket.destroy());
    if (isChunk && isHealed && answered.has(name)) resent += Number(request.headers['content-length'] ?? 0);
    request.on('data', (bytes: Buffer) => {
      if (!isChunk) return;
      up += bytes.length;
      if (up < afterBytes || isHealed || isCut) return;
      isCut = true;
      asked.destroy();
      server.closeAllConnections();
    });
    request.pipe(asked);
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heal: () => {
      isHealed = true;
      isCut = false;
    },
    resentBytes: () => resent,
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}
