import { createServer, request as askServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { prng } from '#test/simulation/prng.ts';

/** What can happen to one request on its way. */
const FAULTS = ['drop', 'delay', 'duplicate', 'late', 'answer-lost', 'truncate', 'half-open', 'reset', 'html'] as const;
export type NetworkFault = (typeof FAULTS)[number];

/** A bad network between a browser and the server: what it does is decided by its seed, request by request. */
export type FaultyProxy = {
  readonly url: string;
  /** Share of the API's requests that meet a fault: 0 is a good network. */
  readonly setBadness: (share: number) => void;
  /** What it did so far. */
  readonly done: ReadonlyMap<NetworkFault, number>;
  readonly dispose: () => Promise<void>;
};

const DELAY_MS = 700;
/** A connection that looks alive and says nothing; then the other side is found to be gone. */
const SILENCE_MS = 2_500;

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

export async function faultyProxy(target: string, seed: number): Promise<FaultyProxy> {
  const random = prng(seed);
  const done = new Map<NetworkFault, number>();
  let badness = 0;

  const pass = (request: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = askServer(new URL(request.url ?? '/', target), { method: request.method, headers: request.headers, agent: false }, (response) => {
        readAll(response).then((bytes) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: bytes }), reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const give = (response: ServerResponse, { status, headers, body }: Answer): void => {
    response.writeHead(status, { ...withoutHops(headers), 'content-length': body.length });
    response.end(body);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { socket } = request;
    const body = await readAll(request);
    const isApi = request.url?.startsWith('/api/') ?? false;
    const fault = isApi && random.chance(badness) ? random.pick(FAULTS) : undefined;
    if (fault === undefined) return give(response, await pass(request, body));
    done.set(fault, (done.get(fault) ?? 0) + 1);
    switch (fault) {
      case 'drop': return void socket.destroy();
      case 'delay':
        await pause(DELAY_MS);
        return give(response, await pass(request, body));
      case 'duplicate':
        await pass(request, body);
        return give(response, await pass(request, body));
      case 'late':
        socket.destroy();
        await pause(DELAY_MS);
        return void (await pass(request, body));
      case 'answer-lost':
        await pass(request, body);
        return void socket.destroy();
      case 'truncate':
      case 'reset': {
        const answer = await pass(request, body);
        response.writeHead(answer.status, { ...withoutHops(answer.headers), 'content-length': answer.body.length });
        response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => (fault === 'reset' ? socket.resetAndDestroy() : socket.end()));
        return undefined;
      }
      case 'half-open':
        await pause(SILENCE_MS);
        return void socket.destroy();
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' });
        return void response.end('<!doctype html><title>Wi-Fi</title><p>Acepte las condiciones para navegar.');
    }
  };
  const server = createServer((request, response) => {
    // The server is stopped, or either side has gone away: whoever asked finds the connection closed.
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`, done,
    setBadness: (share) => {
      badness = share;
    },
    dispose: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The body is sent whole, with its length. */
function withoutHops({ 'transfer-encoding': _encoding, connection: _connection, 'keep-alive': _keepAlive, ...headers }: IncomingMessage['headers']): IncomingMessage['headers'] {
  return headers;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
