import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liveEvents, type LiveEvent } from '#client/sync/liveEvents.ts';

const SCOPE = 'visit:00000000-0000-4000-8000-000000000001';
const STREAM = `: open\n\nevent: scope\ndata: {"scope":"${SCOPE}","seq":7}\n\n: still here\n\nevent: pull\ndata: {}\n\nevent: later\ndata: 1\n\nevent: scope\ndata: {"seq":"x"}\n\n`;
const SAID: readonly LiveEvent[] = [
  { type: 'beat' }, { type: 'scope', scope: SCOPE, seq: 7 }, { type: 'beat' }, { type: 'pull' }, { type: 'beat' }, { type: 'beat' },
];

test('events are the same however the network cuts the stream; what this build does not know is a sign of life', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: STREAM.length })), (cuts) => {
    const heard: LiveEvent[] = [];
    const read = liveEvents((event) => heard.push(event));
    const at = [0, ...[...cuts].sort((a, b) => a - b), STREAM.length];
    at.slice(1).forEach((end, i) => read(STREAM.slice(at[i], end)));
    expect(heard).toEqual(SAID);
  }));
});

test('half an event is not heard', () => {
  const heard: LiveEvent[] = [];
  liveEvents((event) => heard.push(event))(STREAM.slice(0, 40));
  expect(heard).toEqual([{ type: 'beat' }]);
});
