import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { ObjectStore } from '#server/settings.ts';

const BUCKET = 'cotejo-files';

export type TestObjectStore = { readonly settings: ObjectStore; readonly url: string; readonly close: () => Promise<void> };

/** A real S3 server over http, in this process. The keys are the ones that s3rver knows. */
export async function anObjectStore(): Promise<TestObjectStore> {
  const directory = mkdtempSync(join(tmpdir(), 'cotejo-s3-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: BUCKET }] });
  const { port } = await server.run();
  process.env['AWS_ACCESS_KEY_ID'] = 'S3RVER';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    settings: { bucket: BUCKET, prefix: 'team/', region: 'us-east-1', endpoint, forcePathStyle: true },
    url: `s3://${BUCKET}/team?endpoint=${encodeURIComponent(endpoint)}&forcePathStyle=1`,
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
