import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type DelayProxy = { readonly url: string; readonly close: () => Promise<void> };

/** A line on which every byte takes so long in each direction; connections, and what follows on them, overlap as on a real one. */
export async function delayProxy(target: string, oneWayMs: number): Promise<DelayProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((here) => {
    const there = connect(Number(port), hostname);
    for (const [from, to] of [[here, there], [there, here]] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => void setTimeout(() => to.writable && to.write(bytes), oneWayMs));
      from.on('end', () => void setTimeout(() => to.end(), oneWayMs));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        setTimeout(() => to.destroy(), oneWayMs);
      });
    }
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((closed) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => closed());
    }),
  };
}
