import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { folderFileBytes } from '#server/files/folderFileBytes.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { openFileBytes } from '#server/files/openFileBytes.ts';
import { readSettings } from '#server/settings.ts';
import { startServer } from '#server/startServer.ts';
import { testApp } from '#test/server/builders/testApp.ts';
import { anObjectStore } from './anObjectStore.ts';
import { fileBytesContract } from './fileBytesContract.ts';

fileBytesContract('memory', () => ({ bytes: memoryFileBytes(), close: () => undefined }));

fileBytesContract('a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'cotejo-files-'));
  return { bytes: folderFileBytes(root), close: () => rmSync(root, { recursive: true, force: true }) };
});

fileBytesContract('an S3-compatible store', async () => {
  const store = await anObjectStore();
  return { bytes: await openFileBytes({ dataFolder: '/nowhere', objectStore: store.settings }), close: store.close };
});

const PHOTO = Buffer.from('una foto');
const SHA = createHash('sha256').update(PHOTO).digest('hex');

test('[U9] an object store that goes away is answered 503, and nothing is counted or called verified', async () => {
  const store = await anObjectStore();
  const fileBytes = await openFileBytes({ dataFolder: '/nowhere', objectStore: store.settings });
  const app = await testApp(undefined, undefined, fileBytes);
  const dale = await app.signIn('dale');
  const scope = visitScope(app.world.visit1);
  const url = `/api/files/${scope}/${SHA}`;
  await store.close();
  const refused = await dale({ method: 'PUT', url: `${url}/chunks/0?total=1`, payload: PHOTO, headers: { 'content-type': 'application/octet-stream' } });
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'unavailable']);
  expect((await dale({ url })).json()).toEqual({ chunks: [], verified: false });
  await app.app.close();
});

test('a server whose object store does not answer does not start, and says so', async () => {
  const free = createServer();
  await new Promise<void>((listening) => free.listen(0, '127.0.0.1', listening));
  const { port } = free.address() as AddressInfo;
  await new Promise((closed) => free.close(closed));
  const dataFolder = mkdtempSync(join(tmpdir(), 'cotejo-no-store-'));
  const settings = readSettings({ DATA_DIR: dataFolder, PORT: '0', FILES_URL: `s3://bucket?endpoint=http://127.0.0.1:${port}&forcePathStyle=1` });
  if (!settings.ok) throw new Error(settings.error.join());
  expect(await startServer(settings.value, undefined)).toMatchObject({ ok: false, error: { type: 'files-unreachable' } });
  rmSync(dataFolder, { recursive: true });
});

test('FILES_URL names bucket, folder and endpoint, and what is wrong in it is a sentence', () => {
  const read = (url: string) => {
    const settings = readSettings({ FILES_URL: url });
    return settings.ok ? settings.value.objectStore : settings.error.join();
  };
  expect(read('s3://cotejo/a/b/?region=mx-central-1&endpoint=https%3A%2F%2Fminio.example%3A9000&forcePathStyle=1')).toEqual({
    bucket: 'cotejo', prefix: 'a/b/', region: 'mx-central-1', endpoint: 'https://minio.example:9000', forcePathStyle: true,
  });
  expect(read('s3://cotejo')).toEqual({ bucket: 'cotejo', prefix: '', region: 'us-east-1', endpoint: undefined, forcePathStyle: false });
  expect(['gs://x', 's3://', 's3://b?endpoint=minio', 's3://b?bucket=c', 's3://key:secret@b'].map(read)).toEqual([
    expect.stringContaining('such as s3://'), expect.stringContaining('such as s3://'), expect.stringContaining('http or https'),
    expect.stringContaining('not "bucket"'), expect.stringContaining('AWS_ACCESS_KEY_ID'),
  ]);
});
