import { describe, expect, test } from 'vitest';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import type { Api } from '#client/sync/api.ts';
import { downloadPhotos } from '#client/sync/downloadPhotos.ts';
import { downloadThumbnails } from '#client/sync/downloadThumbnails.ts';
import { fetchFile } from '#client/sync/fetchFile.ts';
import { postponedFor } from '#client/sync/postponed.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { sha256OfText } from '#core/bytes.ts';
import { err, ok } from '#core/result.ts';
import { anId, DEVICE, fixedSource, MARTA, OBSERVATION, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { smallVault } from './smallVault.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const THUMBS = ['thumb 1', 'thumb 2'];
const WORKING = ['working 1', 'working 2'];

/** A tablet whose visit names two photos; no bytes of them are here. */
async function aTablet(): Promise<Replica> {
  const replica = await openReplica({
    store: memoryLogStore({ counter: { n: 0, lamport: 0 }, epoch: 'e1', cursors: new Map(), outbox: [], segments: [], refused: [], held: [], scopes: new Map([[VISIT_SCOPE, new Set(['team_leader'] as const)]]) }),
    mayWrite: () => true, source: fixedSource(3),
    author: () => ({ actor: MARTA, device: DEVICE, timeZone: 'America/Hermosillo', skewMs: undefined }),
  });
  const sealed = await replica.seal([0, 1].map((at) => ({
    scope: VISIT_SCOPE, entity: 'photo', entityId: anId(),
    set: { observation: OBSERVATION, thumbFile: sha256OfText(THUMBS[at] ?? ''), workingFile: sha256OfText(WORKING[at] ?? '') },
  })));
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error));
  return replica;
}

/** A server that has these texts as files; `instead` answers for the others. */
function aServer(texts: readonly string[], instead: ApiFailure = { type: 'refused', status: 404, code: 'not-found' }) {
  const byName = new Map(texts.map((text) => [sha256OfText(text), text]));
  const asked: string[] = [];
  const api: Pick<Api, 'fileContent'> = {
    fileContent: async (_, sha256) => {
      const text = byName.get(sha256);
      asked.push(text ?? 'missing');
      return text === undefined ? err(instead) : ok(bytesOf(text));
    },
  };
  return { api, asked };
}

const newly = () => postponedFor(1_000, () => 0);

test('[U8] thumbnails come with the text, large pictures do not, and what is here is not asked for again', async () => {
  const [replica, vault, server] = [await aTablet(), smallVault(), aServer([...THUMBS, ...WORKING])];
  expect(await downloadThumbnails(replica, vault, server.api, newly())).toEqual(ok(undefined));
  expect(server.asked).toEqual(THUMBS);
  await downloadThumbnails(replica, vault, server.api, newly());
  expect(server.asked).toHaveLength(2);
});

test('a picture that its author’s tablet has not sent yet holds up no other, and is asked for again later', async () => {
  const [replica, vault] = [await aTablet(), smallVault()];
  let nowMs = 0;
  const postponed = postponedFor(1_000, () => nowMs);
  const early = aServer([THUMBS[0] ?? '']);
  expect(await downloadThumbnails(replica, vault, early.api, postponed)).toEqual(ok(undefined));
  expect(vault.names()).toHaveLength(1);
  const later = aServer(THUMBS);
  await downloadThumbnails(replica, vault, later.api, postponed);
  expect(later.asked).toEqual([]);
  nowMs = 1_001;
  await downloadThumbnails(replica, vault, later.api, postponed);
  expect(later.asked).toEqual([THUMBS[1]]);
  expect(vault.names()).toHaveLength(2);
});

test('bytes that are not those of the name are never stored', async () => {
  const [replica, vault] = [await aTablet(), smallVault()];
  const lying: Pick<Api, 'fileContent'> = { fileContent: async () => ok(bytesOf('una página del hotel')) };
  expect(await downloadThumbnails(replica, vault, lying, newly())).toEqual(ok(undefined));
  expect(vault.names()).toEqual([]);
});

test('without room the pictures stay on the server, nothing fails, and prepaid data is not spent on them every 15 seconds', async () => {
  const [replica, vault, server, postponed] = [await aTablet(), smallVault(), aServer([...THUMBS, ...WORKING]), newly()];
  vault.fill();
  expect(await downloadThumbnails(replica, vault, server.api, postponed)).toEqual(ok(undefined));
  await downloadThumbnails(replica, vault, server.api, postponed);
  expect(server.asked).toHaveLength(2);
  expect(vault.names()).toEqual([]);
});

test('a network that goes away ends the round, and what had come stays', async () => {
  const [replica, vault] = [await aTablet(), smallVault()];
  const server = aServer(THUMBS.slice(0, 1), { type: 'unreachable' });
  expect(await downloadThumbnails(replica, vault, server.api, newly())).toEqual(err({ type: 'unreachable' }));
  expect(vault.names()).toHaveLength(1);
});

describe('a full picture', () => {
  const [text = ''] = WORKING;
  const file = { scope: VISIT_SCOPE, sha256: sha256OfText(text) };

  test('[U8] is fetched when it is opened, once, and then opens without a network', async () => {
    const [vault, server] = [smallVault(), aServer(WORKING)];
    for (const api of [server.api, aServer([], { type: 'unreachable' }).api]) {
      const fetched = await fetchFile(vault, api, file.scope, file.sha256);
      expect(fetched.ok && new TextDecoder().decode(fetched.value.bytes)).toBe(text);
    }
    expect(server.asked).toEqual([text]);
  });

  test('[U8] can be looked at on a full disk, and is not kept', async () => {
    const [vault, server] = [smallVault(), aServer(WORKING)];
    vault.fill();
    expect(await fetchFile(vault, server.api, file.scope, file.sha256)).toMatchObject({ ok: true, value: { kept: false } });
    expect(vault.names()).toEqual([]);
  });

  test('[U8] comes with the others before leaving, counted, and a colleague’s that is not on the server yet holds up none', async () => {
    const [vault, server] = [smallVault(), aServer(WORKING)];
    const counts: string[] = [];
    const wanted = [sha256OfText('not sent yet'), ...WORKING.map(sha256OfText)].map((sha256) => ({ scope: VISIT_SCOPE, sha256 }));
    expect(await downloadPhotos(vault, server.api, wanted, (done, total) => counts.push(`${done}/${total}`))).toEqual(ok(undefined));
    expect(counts).toEqual(['1/3', '2/3', '3/3']);
    expect(vault.names()).toHaveLength(2);
    vault.fill();
    const more = aServer(['otra']);
    expect(await downloadPhotos(vault, more.api, [{ scope: VISIT_SCOPE, sha256: sha256OfText('otra') }], () => undefined)).toEqual(err({ type: 'disk-full' }));
  });
});
