import { PassThrough, type Readable } from 'node:stream';
import { liveStream, type LiveStream, type ReadRights } from './liveStream.ts';
import type { Pokes } from './pokes.ts';

/** Of one session. A tablet that comes back over another network leaves its old stream behind, half open. */
const STREAMS_PER_SESSION = 3;
/** Of one instance: a stream holds a connection and a few kilobytes. */
const STREAMS = 5_000;
/** What may wait for a tablet that does not read. */
const MAX_WAITING_BYTES = 64 * 1024;
const BEAT_MS = 20_000;

export type LiveStreams = {
  /** Opens a stream of events; nothing where there are too many. The oldest of too many of one session ends. */
  readonly open: (session: string, readRights: ReadRights) => Readable | undefined;
  readonly close: () => void;
};

/** All open streams of this instance. */
export function liveStreams(pokes: Pokes): LiveStreams {
  const open = new Map<PassThrough, { readonly session: string; readonly stream: LiveStream }>();
  let closed = false;
  const leave = pokes.subscribe((news) => { for (const { stream } of open.values()) stream.hear(news); });
  const beats = setInterval(() => { for (const { stream } of open.values()) stream.beat(); }, BEAT_MS);
  beats.unref();

  return {
    open(session, readRights) {
      if (closed || open.size >= STREAMS) return undefined;
      const older = [...open].filter(([, one]) => one.session === session).map(([bytes]) => bytes);
      for (const bytes of older.slice(0, Math.max(0, older.length + 1 - STREAMS_PER_SESSION))) bytes.end();
      const bytes = new PassThrough();
      bytes.write(': open\n\n');
      const stream = liveStream(readRights, {
        write: (text) => {
          if (bytes.writableLength > MAX_WAITING_BYTES) bytes.destroy();
          else if (bytes.writable) bytes.write(text);
        },
        end: () => bytes.end(),
      });
      open.set(bytes, { session, stream });
      for (const over of ['finish', 'close', 'error']) bytes.on(over, () => open.delete(bytes));
      return bytes;
    },
    close() {
      closed = true;
      clearInterval(beats);
      leave();
      for (const bytes of open.keys()) bytes.end();
    },
  };
}
