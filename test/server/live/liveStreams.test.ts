import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveStreams } from '#server/live/liveStreams.ts';
import { localPokes } from '#server/live/pokes.ts';

beforeEach(() => { vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }); });
afterEach(() => { vi.useRealTimers(); });

const settled = () => new Promise((resolve) => { setImmediate(resolve); });
const rights = (...scopes: readonly string[]) => new Map(scopes.map((scope) => [scope, 'team_leader']));

function opened(readRights: () => Promise<ReadonlyMap<string, string> | undefined>) {
  const pokes = localPokes();
  const streams = liveStreams(pokes);
  const open = (session: string) => {
    const stream = streams.open(session, readRights);
    let text = '';
    let ended = false;
    stream?.setEncoding('utf8').on('data', (more: string) => { text += more; }).on('end', () => { ended = true; });
    return { heard: () => text.split('\n\n').filter((block) => block !== '' && block !== ': open'), ended: () => ended, stream };
  };
  return { pokes, streams, open };
}

test('[V2] every 20 s a comment says that the stream is still there', async () => {
  const { open, streams } = opened(async () => rights('a'));
  const one = open('s');
  await vi.advanceTimersByTimeAsync(40_000);
  await settled();
  expect(one.heard()).toEqual([': still here', ': still here']);
  streams.close();
});

test('[V1] what was published while the rights are read anew is passed on only where they still allow it', async () => {
  let now = rights('a', 'b');
  const { open, pokes } = opened(async () => now);
  const one = open('s');
  await settled();
  now = rights('b');
  pokes.publish({ scopes: [{ scope: 'a', seq: 7 }, { scope: 'b', seq: 8 }], rights: true });
  await settled();
  expect(one.heard()).toEqual(['event: pull\ndata: {}', 'event: scope\ndata: {"scope":"b","seq":8}']);
});

test('[V1] a right that was lost while nobody said so is noticed within a minute', async () => {
  let now = rights('a');
  const { open, pokes } = opened(async () => now);
  const one = open('s');
  await settled();
  now = rights();
  await vi.advanceTimersByTimeAsync(60_000);
  await settled();
  pokes.publish({ scopes: [{ scope: 'a', seq: 1 }], rights: false });
  await settled();
  expect(one.heard().filter((block) => !block.startsWith(':'))).toEqual(['event: pull\ndata: {}']);
});

test('[V3] a session holds three streams at most: the oldest makes room, and other sessions keep theirs', async () => {
  const { open } = opened(async () => rights('a'));
  const other = open('other');
  const [first, ...rest] = [open('s'), open('s'), open('s'), open('s')];
  await settled();
  expect([first?.ended(), ...rest.map((one) => one.ended()), other.ended()]).toEqual([true, false, false, false, false]);
});

test('[V3] a tablet that does not read is not written to without end', async () => {
  const { streams, pokes } = opened(async () => rights('a'));
  const stream = streams.open('s', async () => rights('a'));
  await settled();
  for (let seq = 0; seq < 5_000; seq++) pokes.publish({ scopes: [{ scope: 'a', seq }], rights: false });
  expect(stream?.destroyed).toBe(true);
});

test('[V2] a stream ends when its rights cannot be read, and news that came too late harms nobody', async () => {
  let answers = true;
  const { open, pokes } = opened(async () => (answers ? rights('a') : Promise.reject(new Error('no database'))));
  const one = open('s');
  await settled();
  answers = false;
  pokes.publish({ scopes: [], rights: true });
  await settled();
  expect(one.ended()).toBe(true);
  pokes.publish({ scopes: [{ scope: 'a', seq: 1 }], rights: false });
});
